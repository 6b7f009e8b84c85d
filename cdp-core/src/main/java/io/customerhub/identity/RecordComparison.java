package io.customerhub.identity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * At which levels two values of a field agree, as bits of a {@link ComparisonVector}: the one
 * definition that single records and batches share. What a side has nothing of has no level.
 * Immutable and thread-safe.
 */
final class RecordComparison {

  private final NameComparison names;

  RecordComparison(NameComparison names) {
    this.names = names;
  }

  /** Returns the levels of all fields that both records have. */
  long vector(MatchRecord a, MatchRecord b) {
    boolean named = !a.name().isEmpty() || !b.name().isEmpty();
    return birth(a.birthDate(), b.birthDate())
        | name(a.name(), b.name())
        | emails(a.emailTexts(), b.emailTexts())
        | phones(a.phones(), b.phones())
        | ids(a.ids(), b.ids())
        | postcode(a.postcode(), b.postcode())
        | city(a.cityText(), b.cityText())
        | state(a.state(), b.state())
        | gender(a.gender(), b.gender())
        | street(a.street(), b.street())
        | organisation(a.organisationTexts(), b.organisationTexts(), named);
  }

  long birth(@Nullable String a, @Nullable String b) {
    return bit(BirthDateComparison.level(a, b));
  }

  long name(PersonName a, PersonName b) {
    long generation = NameComparison.generationsDiffer(a, b) ? bit(Level.NAME_GENERATION) : 0;
    return generation | bit(names.level(a, b));
  }

  long emails(List<EncodedText> a, List<EncodedText> b) {
    return bit(ContactComparison.emails(a, b));
  }

  long phones(List<String> a, List<String> b) {
    return bit(ContactComparison.phones(a, b));
  }

  long ids(Map<String, List<String>> a, Map<String, List<String>> b) {
    return bit(ContactComparison.ids(a, b)) | bit(ContactComparison.devices(a, b));
  }

  long postcode(String a, String b) {
    return bit(PlaceComparison.postcode(a, b));
  }

  long city(EncodedText a, EncodedText b) {
    return bit(PlaceComparison.city(a, b));
  }

  long state(String a, String b) {
    return bit(PlaceComparison.state(a, b));
  }

  long gender(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    return bit(a.equals(b) ? Level.GENDER_EXACT : Level.GENDER_DIFFERENT);
  }

  long street(StreetLine a, StreetLine b) {
    return bit(PlaceComparison.street(a, b));
  }

  /**
   * Compares organisations.
   *
   * @param named whether one of the two records names a person
   */
  long organisation(List<EncodedText> a, List<EncodedText> b, boolean named) {
    return bit(OrganisationComparison.level(a, b, named));
  }

  private static long bit(@Nullable Level level) {
    return level == null ? 0 : ComparisonVector.bit(level);
  }
}

package io.customerhub.identity;

import java.util.Collections;
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
  private final OrganisationComparison organisations;
  private final boolean onlyOrganisations;

  /**
   * Prepares.
   *
   * @param weights of the words of organisations
   * @param onlyOrganisations whether all records are of organisations
   */
  RecordComparison(NameComparison names, WordWeights weights, boolean onlyOrganisations) {
    this.names = names;
    this.organisations = new OrganisationComparison(weights);
    this.onlyOrganisations = onlyOrganisations;
  }

  /** Returns the levels of all fields that both records have. */
  long vector(MatchRecord a, MatchRecord b) {
    boolean named = !a.name().isEmpty() || !b.name().isEmpty();
    long levels =
        birth(a.birthDate(), b.birthDate())
            | name(a.name(), b.name())
            | emails(a.emailTexts(), b.emailTexts(), a.name(), b.name())
            | domains(a.domains(), b.domains())
            | phones(a.phones(), b.phones())
            | ids(a.ids(), b.ids())
            | postcode(a.postcode(), b.postcode())
            | (isOnePostcode(a.postcode(), b.postcode()) ? 0 : city(a.cityText(), b.cityText()))
            | state(a.state(), b.state())
            | gender(a.gender(), b.gender())
            | street(a.street(), b.street())
            | organisation(a.organisationName(), b.organisationName(), named);
    return ComparisonVector.withoutEchoes(levels);
  }

  long birth(@Nullable String a, @Nullable String b) {
    return bit(BirthDateComparison.level(a, b));
  }

  long name(PersonName a, PersonName b) {
    long generation = NameComparison.generationsDiffer(a, b) ? bit(Level.NAME_GENERATION) : 0;
    return generation | bit(names.level(a, b));
  }

  /** Returns whether a given name is one that nicknames are known of. */
  boolean knowsGiven(String name) {
    return names.knowsGiven(name);
  }

  long emails(
      List<EncodedText> a,
      List<EncodedText> b,
      @Nullable PersonName name,
      @Nullable PersonName otherName) {
    Level level = EmailComparison.level(a, b, name, otherName);
    // Everybody has an info@ and a sales@; what is behind it is compared as the domain.
    return onlyOrganisations && level != Level.EMAIL_EXACT ? 0 : bit(level);
  }

  long domains(List<String> a, List<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    return bit(Collections.disjoint(a, b) ? Level.DOMAIN_DIFFERENT : Level.DOMAIN_EXACT);
  }

  long phones(List<String> a, List<String> b) {
    return bit(ContactComparison.phones(a, b));
  }

  long ids(Map<String, List<String>> a, Map<String, List<String>> b) {
    boolean differ = onlyOrganisations && Registrations.differ(a, b);
    return bit(ContactComparison.ids(a, b))
        | bit(ContactComparison.devices(a, b))
        | (differ ? bit(Level.REGISTRATION_DIFFERENT) : 0);
  }

  long postcode(String a, String b) {
    return bit(PlaceComparison.postcode(a, b));
  }

  /** Whether a postcode says already in which city both are, so that the city says nothing more. */
  private static boolean isOnePostcode(String a, String b) {
    return !a.isEmpty() && a.equals(b);
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
  long organisation(OrganisationName a, OrganisationName b, boolean named) {
    long forms = named ? 0 : bit(OrganisationComparison.forms(a, b));
    return forms | bit(organisations.level(a, b, named));
  }

  private static long bit(@Nullable Level level) {
    return level == null ? 0 : ComparisonVector.bit(level);
  }
}

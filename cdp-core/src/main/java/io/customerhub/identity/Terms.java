package io.customerhub.identity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the values of a record whose frequency matters. */
final class Terms {

  private final List<Term> terms = new ArrayList<>(8);

  private Terms() {}

  static List<Term> of(MatchRecord record) {
    Terms of = new Terms();
    of.add(Level.NAME_EXACT, MatchFields.GIVEN_NAME, record.name().givenJoined());
    of.add(Level.NAME_EXACT, MatchFields.SURNAME, record.name().surnameJoined());
    String birth = record.birthDate();
    boolean whole = birth != null && !BirthDate.isPartial(birth);
    of.add(Level.BIRTH_EXACT, MatchFields.BIRTH_DATE, whole ? birth : null);
    record.ids().forEach((space, ids) -> ids.forEach(id -> of.add(Level.ID_EXACT, space, id)));
    record.emails().forEach(email -> of.add(Level.EMAIL_EXACT, MatchFields.EMAIL, email));
    record.phones().forEach(phone -> of.add(Level.PHONE_EXACT, MatchFields.PHONE, phone));
    record.domains().forEach(domain -> of.add(Level.DOMAIN_EXACT, "domain", domain));
    of.add(Level.STREET_EXACT, MatchFields.STREET, street(record.street()));
    of.add(Level.POSTCODE_EXACT, MatchFields.POSTCODE, record.postcode());
    of.add(Level.CITY_EXACT, MatchFields.CITY, record.city());
    of.add(
        Level.ORGANISATION_EXACT,
        MatchFields.ORGANISATION,
        String.join(" ", record.organisation()));
    return of.terms;
  }

  private static String street(StreetLine street) {
    return String.join(" ", street.words());
  }

  private void add(Level level, String part, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      terms.add(new Term(level, part, value));
    }
  }
}

package io.customerhub.examples.resolve;

import io.customerhub.identity.MatchFields;
import java.util.Locale;

/** What a column can mean. */
enum Meaning {
  GIVEN_NAME(MatchFields.GIVEN_NAME),
  /** Names or initials between the two, which are given names too. */
  MIDDLE_NAME("middle_name"),
  SURNAME(MatchFields.SURNAME),
  NAME(MatchFields.NAME),
  /** How a name is read, in syllables: the name where there is no other. */
  NAME_READING("name_reading"),
  /** What stands behind a name, such as Jr. */
  SUFFIX("suffix"),
  BIRTH_DATE(MatchFields.BIRTH_DATE),
  BIRTH_YEAR(""),
  BIRTH_MONTH(""),
  BIRTH_DAY(""),
  /** In years; says when somebody was born if it is known in which year it was so. */
  AGE("age"),
  HOUSE_NUMBER("house_number"),
  STREET(MatchFields.STREET),
  POSTCODE(MatchFields.POSTCODE),
  CITY(MatchFields.CITY),
  STATE(MatchFields.STATE),
  COUNTRY(MatchFields.COUNTRY),
  ORGANISATION(MatchFields.ORGANISATION),
  EMAIL(MatchFields.EMAIL),
  PHONE(MatchFields.PHONE),
  GENDER(MatchFields.GENDER),
  WEBSITE(MatchFields.WEBSITE),
  /** A number of an organisation; of a person it is an id. */
  VAT_ID(MatchFields.VAT_ID),
  /** An id that several rows of one person can share, such as a number of social security. */
  ID(""),
  /** The number of the row, which says nothing of the person. */
  ROW_ID(""),
  IGNORED("");

  private final String trait;

  Meaning(String trait) {
    this.trait = trait;
  }

  /** Returns the name of the trait, empty if the column does not simply become one. */
  String trait() {
    return trait;
  }

  /** Returns whether a second column can mean the same. */
  boolean isRepeatable() {
    return this == ID || this == IGNORED || this == EMAIL || this == PHONE;
  }

  static Meaning named(String name) {
    try {
      return valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new UsageException("no such meaning of a column: " + name, e);
    }
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

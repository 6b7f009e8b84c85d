package io.customerhub.examples.resolve;

/** Whether the values of a column bear out what its name says. */
final class Plausible {

  private Plausible() {}

  static boolean is(Meaning meaning, Profile values) {
    return switch (meaning) {
      case EMAIL -> values.emails() > 0.1;
      case BIRTH_DATE -> values.dates() > 0.3;
      case AGE -> values.numbers(0, 120) > 0.9;
      case BIRTH_YEAR -> values.years() > 0.5;
      case MIDDLE_NAME -> values.numeric() < 0.3;
      case PHONE -> values.numeric() > 0.3;
      case GENDER -> values.differentValues() <= 12;
      case GIVEN_NAME, SURNAME, NAME -> values.texts() > 0.3 && values.numeric() < 0.3;
      case CITY -> values.numeric() < 0.3;
      case STATE, COUNTRY -> values.differentValues() <= 400;
      case POSTCODE -> values.withDigits() > 0.3;
      case HOUSE_NUMBER -> values.withDigits() > 0.5;
      case STREET -> values.texts() > 0.1 || values.streets() > 0.1 || values.addresses() > 0.1;
      case ORGANISATION -> values.texts() > 0.3 || values.numeric() < 0.3;
      case ID -> values.withDigits() > 0.3;
      default -> true;
    };
  }
}

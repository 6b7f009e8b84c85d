package io.customerhub.identity;

import java.util.stream.Stream;

/**
 * The fields of a record that are compared, each as one value; those first that tell most for the
 * least work, so that two records of different people are found out early.
 */
enum Column {
  BIRTH(Level.BIRTH_EXACT),
  NAME(Level.NAME_EXACT),
  EMAILS(Level.EMAIL_EXACT),
  DOMAINS(Level.DOMAIN_EXACT),
  PHONES(Level.PHONE_EXACT),
  IDS(Level.ID_EXACT),
  POSTCODE(Level.POSTCODE_EXACT),
  CITY(Level.CITY_EXACT),
  STATE(Level.STATE_EXACT),
  GENDER(Level.GENDER_EXACT),
  STREET(Level.STREET_EXACT),
  ORGANISATION(Level.ORGANISATION_EXACT);

  private final Level exact;

  Column(Level exact) {
    this.exact = exact;
  }

  /** Returns the level of equal values, as a bit. */
  long equal() {
    return ComparisonVector.bit(exact);
  }

  /**
   * Returns the most that two values can weigh.
   *
   * @param different whether they are known not to be equal
   */
  double most(boolean different) {
    double most =
        Stream.of(Level.values())
            .filter(this::speaksOf)
            .filter(level -> level != exact || !different || isExactIfDifferent())
            .mapToDouble(Level::bits)
            .max()
            .orElse(0);
    return this == IDS ? most + Math.max(0, Level.DEVICE_EXACT.bits()) : most;
  }

  /** Of lists one value may be equal, and a name or street written otherwise. */
  private boolean isExactIfDifferent() {
    return switch (this) {
      case NAME, EMAILS, DOMAINS, PHONES, IDS, STREET, ORGANISATION -> true;
      case BIRTH, POSTCODE, CITY, STATE, GENDER -> false;
    };
  }

  private boolean speaksOf(Level level) {
    return level.evidence().comparison().equals(exact.evidence().comparison());
  }
}

package io.customerhub.identity;

/**
 * The levels at which two records can agree, each with its default weight in bits: the logarithm of
 * how much more often two records of one person agree so than two of different people. Fields that
 * are missing on a side have no level and no weight. At most 64, so that a {@link ComparisonVector}
 * is one number.
 */
public enum Level {
  /** Before anything is compared: two records are rarely of one person. */
  PRIOR(Field.PRIOR, "prior", "two records at random", -16, 0),

  NAME_EXACT(Field.NAME, "name", "exact", 12, Level.AGREES),
  NAME_SWAPPED(Field.NAME, "name", "given name and surname swapped", 10.5, Level.AGREES),
  NAME_NICKNAME(Field.NAME, "name", "nickname", 10, Level.AGREES),
  NAME_CLOSE(Field.NAME, "name", "Jaro-Winkler at least 0.92", 9.5, Level.AGREES),
  NAME_FAIR(Field.NAME, "name", "Jaro-Winkler at least 0.88", 7.5, Level.AGREES),
  NAME_INITIAL(Field.NAME, "name", "surname and initial", 6.5, Level.AGREES),
  NAME_SURNAME_LOOSE(
      Field.NAME, "name", "given name close, surname at least 0.70", 5.5, Level.AGREES),
  NAME_GIVEN_FAR(Field.NAME, "name", "surname close, given name at least 0.70", 5, 0),
  NAME_GIVEN_ALONE(Field.NAME, "name", "given name close, surname missing", 5, Level.AGREES),
  NAME_SURNAME_ALONE(Field.NAME, "name", "surname exact, given name missing", 6.5, 0),
  NAME_PART_CLOSE(Field.NAME, "name", "one part close, one missing", 4, 0),
  NAME_BOTH_LOOSE(Field.NAME, "name", "Jaro-Winkler at least 0.70", 1, 0),
  NAME_GIVEN_ONLY(Field.NAME, "name", "given name only", 0.5, 0),
  NAME_GIVEN_LOOSE(Field.NAME, "name", "given name at least 0.70, surname different", -3.5, 0),
  NAME_PART_DIFFERENT(Field.NAME, "name", "one part different, one missing", -4, 0),
  NAME_SURNAME_ONLY(Field.NAME, "name", "surname only", 0, Level.CONTRADICTS),
  NAME_DIFFERENT(Field.NAME, "name", "different", -7, Level.CONTRADICTS),
  NAME_GENERATION(Field.NAME, "generation", "different", -4, Level.CONTRADICTS),

  BIRTH_EXACT(Field.BIRTH, "birth_date", "exact", 12, Level.AGREES),
  BIRTH_SWAPPED(Field.BIRTH, "birth_date", "day and month swapped", 8.5, Level.AGREES),
  BIRTH_ONE_EDIT(Field.BIRTH, "birth_date", "one edit", 7.5, Level.AGREES),
  BIRTH_YEAR_KNOWN(Field.BIRTH, "birth_date", "same year, 1 January on a side", 2, 0),
  BIRTH_TWO_EDITS(Field.BIRTH, "birth_date", "two edits", 3, 0),
  BIRTH_YEARS_APART(Field.BIRTH, "birth_date", "same day, a generation apart", 1, 0),
  BIRTH_SAME_YEAR(Field.BIRTH, "birth_date", "same year", -1.5, Level.CONTRADICTS),
  BIRTH_DIFFERENT(Field.BIRTH, "birth_date", "different", -6, Level.CONTRADICTS),

  ID_EXACT(Field.ID, "id", "exact", 14, Level.AGREES),
  ID_ONE_EDIT(Field.ID, "id", "one edit", 6, 0),
  ID_TWO_EDITS(Field.ID, "id", "two edits", 3, 0),
  ID_DIFFERENT(Field.ID, "id", "different", -2, 0),
  DEVICE_EXACT(Field.DEVICE, "device", "exact", 5, Level.AGREES),

  EMAIL_EXACT(Field.EMAIL, "email", "exact", 13, Level.AGREES),
  EMAIL_USER(Field.EMAIL, "email", "mailbox exact", 7, 0),
  EMAIL_NAMESAKE(Field.EMAIL, "email", "mailbox exact, and nothing but a name", 1, 0),
  EMAIL_CLOSE(Field.EMAIL, "email", "Jaro-Winkler at least 0.92", 5, 0),
  EMAIL_DIFFERENT(Field.EMAIL, "email", "different", -1.5, 0),

  PHONE_EXACT(Field.PHONE, "phone", "exact", 9, Level.AGREES),
  PHONE_ONE_EDIT(Field.PHONE, "phone", "one edit", 5, 0),
  PHONE_DIFFERENT(Field.PHONE, "phone", "different", -1, 0),

  STREET_EXACT(Field.ADDRESS, "street", "exact", 7.5, Level.AGREES),
  STREET_MOSTLY(Field.ADDRESS, "street", "at least half of the words", 4, Level.AGREES),
  STREET_DIFFERENT(Field.ADDRESS, "street", "different", -1.5, 0),
  POSTCODE_EXACT(Field.ADDRESS, "postcode", "exact", 6.5, Level.AGREES),
  POSTCODE_ONE_EDIT(Field.ADDRESS, "postcode", "one edit", 2, 0),
  POSTCODE_DIFFERENT(Field.ADDRESS, "postcode", "different", -1, 0),
  CITY_EXACT(Field.CITY, "city", "exact", 3, 0),
  CITY_CLOSE(Field.CITY, "city", "Jaro-Winkler at least 0.88", 2, 0),
  CITY_DIFFERENT(Field.CITY, "city", "different", -1, 0),
  STATE_EXACT(Field.CITY, "state", "exact", 0.5, 0),
  STATE_DIFFERENT(Field.CITY, "state", "different", -0.5, 0),

  GENDER_EXACT(Field.GENDER, "gender", "exact", 0.5, 0),
  GENDER_DIFFERENT(Field.GENDER, "gender", "different", -2.5, 0),

  ORGANISATION_EXACT(Field.ORGANISATION, "organisation", "exact", 11.5, Level.AGREES),
  ORGANISATION_CLOSE(
      Field.ORGANISATION,
      "organisation",
      "most words, or Jaro-Winkler at least 0.92",
      7,
      Level.AGREES),
  ORGANISATION_LOOSE(Field.ORGANISATION, "organisation", "some words, or initials", 2, 0),
  ORGANISATION_OTHER(
      Field.ORGANISATION, "organisation", "some words, and others differ", -3, Level.CONTRADICTS),
  ORGANISATION_DIFFERENT(Field.ORGANISATION, "organisation", "different", -5, Level.CONTRADICTS),
  LEGAL_FORM_DIFFERENT(Field.LEGAL_FORM, "legal form", "different", -3, 0),
  DOMAIN_EXACT(Field.DOMAIN, "domain", "exact", 8, Level.AGREES),
  DOMAIN_DIFFERENT(Field.DOMAIN, "domain", "different", -1.5, 0),
  REGISTRATION_DIFFERENT(
      Field.REGISTRATION, "registration", "different number of one kind", -8, Level.CONTRADICTS),
  EMPLOYER_SAME(Field.EMPLOYER, "organisation", "same", 3, 0),
  STREET_NEIGHBOUR(Field.ADDRESS, "street", "same, another house number", 0, 0);

  /** What a level speaks of. Levels of one field are not independent of each other. */
  public enum Field {
    PRIOR,
    NAME,
    BIRTH,
    ID,
    DEVICE,
    EMAIL,
    PHONE,
    ADDRESS,
    CITY,
    GENDER,
    ORGANISATION,
    LEGAL_FORM,
    DOMAIN,
    REGISTRATION,
    EMPLOYER
  }

  private static final int AGREES = 1;
  private static final int CONTRADICTS = 2;

  private final Field field;
  private final String comparison;
  private final String level;
  private final double bits;
  private final int verdict;

  Level(Field field, String comparison, String level, double bits, int verdict) {
    this.field = field;
    this.comparison = comparison;
    this.level = level;
    this.bits = bits;
    this.verdict = verdict;
  }

  /** Returns what the level speaks of. */
  public Field field() {
    return field;
  }

  /** Returns the level as evidence of its default weight. */
  public Evidence evidence() {
    return new Evidence(comparison, level, bits);
  }

  /** Returns the default weight, in bits. */
  public double bits() {
    return bits;
  }

  /** Returns whether the field counts as agreeing, whatever its weight. */
  boolean agrees() {
    return verdict == AGREES;
  }

  /** Returns whether the level alone keeps two records from being joined by similarity. */
  boolean contradicts() {
    return verdict == CONTRADICTS;
  }
}

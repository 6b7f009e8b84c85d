package io.customerhub.identity;

/**
 * What keeps a pair from being a match however much it weighs: families agree in almost everything,
 * and what they agree in is not independent. Single records and batches share it. Immutable and
 * thread-safe.
 *
 * <p>Where the data hold no families, another name or birth date at one home is a mistake of
 * whoever wrote it down, and the weights decide.
 */
public final class Vetoes {

  private static final long STRONG = bits(Level.ID_EXACT);
  private static final long NEAR = bits(Level.ID_ONE_EDIT, Level.ID_TWO_EDITS);
  private static final long MAIL = bits(Level.EMAIL_EXACT);
  private static final long HOME =
      bits(
          Level.STREET_EXACT,
          Level.STREET_MOSTLY,
          Level.POSTCODE_EXACT,
          Level.PHONE_EXACT,
          Level.EMAIL_EXACT);
  private static final long OTHER_PERSON =
      bits(
          Level.NAME_SURNAME_ONLY,
          Level.NAME_DIFFERENT,
          Level.NAME_PART_DIFFERENT,
          Level.ORGANISATION_OTHER,
          Level.ORGANISATION_DIFFERENT);
  private static final long PART_OF_NAME =
      bits(Level.NAME_SURNAME_ALONE, Level.NAME_PART_CLOSE, Level.NAME_GIVEN_FAR);
  private static final long SURNAME_ALONE = bits(Level.NAME_SURNAME_ALONE);
  private static final long NEXT_DOOR = bits(Level.STREET_MOSTLY, Level.STREET_NEIGHBOUR);
  private static final long PHONE = bits(Level.PHONE_EXACT);
  private static final long EMPLOYER = bits(Level.EMPLOYER_SAME);
  private static final long NOT_ONE_SURNAME =
      bits(Level.NAME_GIVEN_ONLY, Level.NAME_GIVEN_LOOSE, Level.NAME_BOTH_LOOSE);
  private static final long OTHER_GENDER = bits(Level.GENDER_DIFFERENT);
  private static final long NOT_WHOLE_NAME =
      bits(
          Level.NAME_GIVEN_FAR,
          Level.NAME_GIVEN_ONLY,
          Level.NAME_BOTH_LOOSE,
          Level.NAME_GIVEN_LOOSE);
  static final long OTHER_BIRTH = bits(Level.BIRTH_DIFFERENT);
  static final long SAME_BIRTH = bits(Level.BIRTH_EXACT, Level.BIRTH_SWAPPED, Level.BIRTH_ONE_EDIT);

  /** Says who it is and not only where from. */
  private static final long WHO =
      bits(
          Level.NAME_EXACT,
          Level.NAME_SWAPPED,
          Level.NAME_NICKNAME,
          Level.NAME_CLOSE,
          Level.NAME_FAIR,
          Level.NAME_INITIAL,
          Level.NAME_SURNAME_LOOSE,
          Level.NAME_GIVEN_FAR,
          Level.NAME_GIVEN_ALONE,
          Level.NAME_SURNAME_ALONE,
          Level.NAME_PART_CLOSE,
          Level.NAME_BOTH_LOOSE,
          Level.NAME_GIVEN_ONLY,
          Level.BIRTH_EXACT,
          Level.BIRTH_SWAPPED,
          Level.BIRTH_ONE_EDIT,
          Level.BIRTH_TWO_EDITS,
          Level.ID_ONE_EDIT,
          Level.ID_TWO_EDITS,
          Level.EMAIL_EXACT,
          Level.EMAIL_USER,
          Level.EMAIL_NAMESAKE,
          Level.EMAIL_CLOSE,
          Level.PHONE_EXACT,
          Level.ORGANISATION_EXACT,
          Level.ORGANISATION_CLOSE,
          Level.ORGANISATION_LOOSE,
          Level.DOMAIN_EXACT);

  private static final long OTHER_ORGANISATION =
      bits(Level.ORGANISATION_OTHER, Level.ORGANISATION_DIFFERENT);
  private static final long OTHER_GENERATION = bits(Level.NAME_GENERATION);

  private static final String NOBODY = "nothing says who it is";

  private final boolean families;

  private Vetoes(boolean families) {
    this.families = families;
  }

  /**
   * Returns the vetoes of data.
   *
   * @param families whether families live in the data
   */
  public static Vetoes of(boolean families) {
    return new Vetoes(families);
  }

  /** Returns whether families live in the data. */
  public boolean families() {
    return families;
  }

  /**
   * Returns why the pair cannot be a match; empty if it can.
   *
   * @param vector its {@link ComparisonVector#bits() bits}
   */
  public String reason(long vector) {
    if ((vector & STRONG) != 0) {
      return "";
    }
    String organisation = OrganisationVetoes.of(vector);
    if (!organisation.isEmpty()) {
      return organisation;
    }
    if ((vector & OTHER_GENERATION) != 0) {
      return "another generation of one name";
    }
    if ((vector & WHO) == 0) {
      return NOBODY;
    }
    return families || (vector & OTHER_ORGANISATION) != 0 ? ofFamilies(vector) : "";
  }

  private static String ofFamilies(long vector) {
    if ((vector & OTHER_PERSON) != 0 && (vector & HOME) != 0 && (vector & NEAR) == 0) {
      return "one home, other names";
    }
    boolean atHome = (vector & HOME & ~MAIL) != 0;
    if ((vector & EMPLOYER) != 0
        && (vector & NOT_ONE_SURNAME) != 0
        && atHome
        && (vector & (SAME_BIRTH | NEAR | MAIL)) == 0) {
      return "one employer, other surnames";
    }
    boolean colleague = (vector & EMPLOYER) != 0 && (vector & SURNAME_ALONE) != 0;
    boolean part =
        ((vector & PART_OF_NAME) != 0 && !colleague)
            || ((vector & NOT_WHOLE_NAME) != 0 && (vector & OTHER_GENDER) != 0);
    if (part && atHome && (vector & (SAME_BIRTH | NEAR | MAIL)) == 0) {
      return "one home, and not clearly one given name";
    }
    if ((vector & OTHER_BIRTH) != 0 && atHome && (vector & (NEAR | MAIL)) == 0) {
      return "one home, other birth date";
    }
    if ((vector & NOT_ONE_SURNAME) != 0
        && (vector & NEXT_DOOR) != 0
        && (vector & (SAME_BIRTH | NEAR | MAIL | PHONE)) == 0) {
      return "one street, other surnames";
    }
    return "";
  }

  /**
   * Returns whether the pair cannot be a match.
   *
   * @param vector its {@link ComparisonVector#bits() bits}
   */
  public boolean forbid(long vector) {
    return !reason(vector).isEmpty();
  }

  /**
   * Returns whether something speaks against a match, not only too little for it. Of one home, and
   * not of one name or birth date, speaks against it even where nothing else says who it is.
   */
  boolean contradict(long vector) {
    String reason = reason(vector);
    return reason.equals(NOBODY) ? families && !ofFamilies(vector).isEmpty() : !reason.isEmpty();
  }

  /** Returns whether the two live in one home and are not the same person. */
  boolean forbidAtHome(long vector) {
    return (vector & HOME & ~MAIL) != 0 && forbid(vector);
  }

  private static long bits(Level... levels) {
    long bits = 0;
    for (Level level : levels) {
      bits |= ComparisonVector.bit(level);
    }
    return bits;
  }
}

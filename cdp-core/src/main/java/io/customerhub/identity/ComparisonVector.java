package io.customerhub.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * At which levels two records agree: at most one of each comparison. Immutable and thread-safe.
 *
 * @param bits a bit for each {@link Level}, by its ordinal
 */
public record ComparisonVector(long bits) {

  private static final Level[] LEVELS = Level.values();

  private static final long NAMESAKE =
      bit(Level.ORGANISATION_EXACT) | bit(Level.ORGANISATION_CLOSE) | bit(Level.ORGANISATION_LOOSE);
  private static final long ELSEWHERE =
      bit(Level.STREET_DIFFERENT) | bit(Level.STREET_NEIGHBOUR) | bit(Level.STREET_MOSTLY);
  private static final long FAR =
      bit(Level.CITY_DIFFERENT) | bit(Level.POSTCODE_DIFFERENT) | bit(Level.STATE_DIFFERENT);
  private static final long OTHER_BRANCH =
      bit(Level.POSTCODE_DIFFERENT)
          | bit(Level.CITY_DIFFERENT)
          | bit(Level.PHONE_DIFFERENT)
          | bit(Level.LEGAL_FORM_DIFFERENT);
  private static final long REACHED =
      bit(Level.PHONE_EXACT) | bit(Level.EMAIL_EXACT) | bit(Level.ID_EXACT);

  private static final long OTHER_STREET = bit(Level.STREET_DIFFERENT);
  private static final long OTHER_POSTCODE = bit(Level.POSTCODE_DIFFERENT);
  private static final long OTHER_STATE = bit(Level.STATE_DIFFERENT);
  private static final long OTHER_CITY = bit(Level.CITY_DIFFERENT);
  private static final long ORGANISATIONS =
      NAMESAKE | bit(Level.ORGANISATION_OTHER) | bit(Level.ORGANISATION_DIFFERENT);

  /** Returns the vector with these levels. */
  public static ComparisonVector of(Collection<Level> levels) {
    return new ComparisonVector(levels.stream().mapToLong(ComparisonVector::bit).sum());
  }

  /** Returns the bit of a level. */
  @SuppressWarnings("EnumOrdinal") // a vector lives no longer than the process
  public static long bit(Level level) {
    return 1L << level.ordinal();
  }

  /** Returns whether {@link #withoutEchoes} leaves a level out where another one says the same. */
  static boolean isEcho(Level level) {
    return level == Level.POSTCODE_DIFFERENT
        || level == Level.CITY_DIFFERENT
        || level == Level.STATE_DIFFERENT;
  }

  /**
   * Returns the bits without those that say the same once more: who has moved has another street,
   * postcode and city at once, which counts once. Where organisations are compared nothing is left
   * out. How often each level comes up has to be counted before.
   */
  public static long withoutEchoes(long bits) {
    boolean street = (bits & OTHER_STREET) != 0;
    boolean postcode = (bits & OTHER_POSTCODE) != 0;
    if ((bits & ORGANISATIONS) != 0 || !(street || postcode)) {
      return bits;
    }
    long echoes = street ? OTHER_POSTCODE | OTHER_STATE : OTHER_STATE;
    return bits & ~(street && postcode ? echoes | OTHER_CITY : echoes);
  }

  /** Returns whether the two agree at a level. */
  public boolean has(Level level) {
    return (bits & bit(level)) != 0;
  }

  /**
   * Returns whether two organisations have one name in two places, and no number or address by
   * which both are reached: branches of a chain rather than one that has moved. All branches can
   * have the number of their head office: far from each other they are two all the same.
   */
  public boolean isNamesakeElsewhere() {
    if ((bits & NAMESAKE) == 0 || has(Level.ID_EXACT)) {
      return false;
    }
    boolean elsewhere =
        (has(Level.CITY_DIFFERENT) && (bits & ELSEWHERE) != 0)
            || (has(Level.STREET_DIFFERENT) && (bits & OTHER_BRANCH) != 0);
    return isFar() || (elsewhere && (bits & REACHED) == 0);
  }

  /** Cities are written in two ways, and streets in more; hardly all of an address at once. */
  private boolean isFar() {
    int far = Long.bitCount(bits & FAR);
    return far == 3 || (far == 2 && has(Level.CITY_DIFFERENT) && has(Level.STREET_DIFFERENT));
  }

  /** Returns the levels in the order of {@link Level}. */
  public List<Level> levels() {
    List<Level> levels = new ArrayList<>(Long.bitCount(bits));
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      levels.add(LEVELS[Long.numberOfTrailingZeros(rest)]);
    }
    return levels;
  }
}

package io.customerhub.identity.batch;

import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.Level;

/**
 * Tells data in which families live together from data in which names and birth dates are merely
 * wrong now and then. Wrong names and wrong birth dates come independently of each other; a family
 * has both at once, or twins. Where no birth dates are known, other ids tell. Counted on patterns,
 * with no weights, so that it can come before all estimation.
 */
final class Families {

  /** With fewer pairs that are clearly of one person there is nothing to tell by. */
  private static final long LEAST_MATCHES = 50;

  /**
   * Twins too have one birth date: more than this share of other names are no mistakes, unless
   * birth dates are wrong as often.
   */
  private static final double MOST_MISTAKES = 0.05;

  /** How much more often names may be wrong than birth dates. */
  private static final double MORE_OFTEN = 4;

  /** Who writes one thing wrong writes others wrong as well: so much more often than by chance. */
  private static final double CARELESS = 4;

  /** More than this share of twins are of another gender than the other one. */
  private static final double LEAST_OTHER_GENDER = 0.1;

  private static final long ID = bits(Level.ID_EXACT);
  private static final long OTHER_ID = bits(Level.ID_DIFFERENT);
  private static final long STREET = bits(Level.STREET_EXACT);
  private static final long PLACE = bits(Level.POSTCODE_EXACT, Level.CITY_EXACT);
  private static final long POSTCODE = bits(Level.POSTCODE_EXACT);
  private static final long OTHER_STREET = bits(Level.STREET_DIFFERENT, Level.STREET_NEIGHBOUR);
  private static final long PHONE = bits(Level.PHONE_EXACT);
  private static final long OTHER_NAME = bits(Level.NAME_SURNAME_ONLY, Level.NAME_DIFFERENT);
  private static final long SAME_NAME =
      bits(
          Level.NAME_EXACT,
          Level.NAME_SWAPPED,
          Level.NAME_NICKNAME,
          Level.NAME_CLOSE,
          Level.NAME_FAIR);
  private static final long SAME_BIRTH = bits(Level.BIRTH_EXACT);
  private static final long OTHER_BIRTH =
      bits(Level.BIRTH_DIFFERENT, Level.BIRTH_SAME_YEAR, Level.BIRTH_YEARS_APART);
  private static final long BIRTH =
      SAME_BIRTH
          | OTHER_BIRTH
          | bits(
              Level.BIRTH_SWAPPED,
              Level.BIRTH_ONE_EDIT,
              Level.BIRTH_YEAR_KNOWN,
              Level.BIRTH_TWO_EDITS);
  private static final long OTHER_GENDER = bits(Level.GENDER_DIFFERENT);
  private static final long GENDER = OTHER_GENDER | bits(Level.GENDER_EXACT);

  private long both;
  private long otherName;
  private long otherBirth;
  private long neither;
  private long byId;
  private long gender;
  private long otherGender;

  /** Those whose birth dates are not both known: by name, with one id and with two. */
  private long oneIdSameName;

  private long oneIdOtherName;
  private long otherIdSameName;
  private long otherIdOtherName;

  /** Of other names at one home, those with neither birth dates nor ids that tell. */
  private long untold;

  private final boolean byPostcode;

  private Families(boolean byPostcode) {
    this.byPostcode = byPostcode;
  }

  /** Returns whether families live in the data, which is to be assumed where nothing tells. */
  static boolean liveIn(LongCounter candidates) {
    Families atHome = of(candidates, /* byPostcode= */ false);
    if (atHome.tell()) {
      return atHome.live();
    }
    Families inPlace = of(candidates, /* byPostcode= */ true);
    return !inPlace.tell() || inPlace.live();
  }

  private static Families of(LongCounter candidates, boolean byPostcode) {
    Families families = new Families(byPostcode);
    candidates.forEachSorted(families::count);
    return families;
  }

  private void count(long vector, long count) {
    boolean differentName = (vector & OTHER_NAME) != 0;
    boolean sameName = (vector & SAME_NAME) != 0;
    if ((vector & ID) != 0) {
      byId += count;
      oneIdSameName += sameName && (vector & BIRTH) == 0 ? count : 0;
      oneIdOtherName += differentName && (vector & BIRTH) == 0 ? count : 0;
    } else if (atHome(vector) && (vector & BIRTH) == 0) {
      boolean otherId = (vector & OTHER_ID) != 0;
      otherIdOtherName += differentName && otherId ? count : 0;
      otherIdSameName += sameName && otherId ? count : 0;
      untold += differentName && !otherId ? count : 0;
    } else if (atHome(vector)) {
      boolean sameBirth = (vector & SAME_BIRTH) != 0;
      boolean differentBirth = (vector & OTHER_BIRTH) != 0;
      both += differentName && differentBirth ? count : 0;
      otherName += differentName && sameBirth ? count : 0;
      otherBirth += sameName && differentBirth ? count : 0;
      neither += sameName && sameBirth ? count : 0;
      gender += differentName && sameBirth && (vector & GENDER) != 0 ? count : 0;
      otherGender += differentName && sameBirth && (vector & OTHER_GENDER) != 0 ? count : 0;
    }
  }

  private boolean atHome(long vector) {
    return (vector & PHONE) != 0
        || ((vector & STREET) != 0 && (vector & PLACE) != 0)
        || (byPostcode && (vector & POSTCODE) != 0 && (vector & OTHER_STREET) == 0);
  }

  /** Returns whether there is enough to tell by. */
  private boolean tell() {
    long told = both + otherName + otherBirth + neither;
    told += idsTell() ? otherIdOtherName + otherIdSameName : 0;
    return byId + neither >= LEAST_MATCHES && (told > 0 || untold <= few());
  }

  private boolean live() {
    double matches = byId + neither;
    return (otherName > Math.max(MOST_MISTAKES * matches, MORE_OFTEN * otherBirth)
            && !areOfSeveralNames())
        || areBoth(both, byMistake(otherName, otherBirth, neither))
        || (idsTell()
            && areBoth(
                otherIdOtherName, byMistake(oneIdOtherName, otherIdSameName, oneIdSameName)));
  }

  /** What differs from row to row, such as the number of a visit, tells of nobody. */
  private boolean idsTell() {
    return oneIdSameName >= LEAST_MATCHES;
  }

  /** Returns how many there may be of anything without its saying much. */
  private double few() {
    return 2 + (byId + neither) / 1000.0;
  }

  private boolean areBoth(long count, double byMistake) {
    return count > CARELESS * byMistake + few();
  }

  /** Returns how many have both wrong by chance, if wrong ones come independently. */
  private static double byMistake(long one, long other, long neither) {
    return neither == 0 ? 0 : (double) one * other / neither;
  }

  /** Returns whether those of one birth date and two names are one person, such as an artist. */
  private boolean areOfSeveralNames() {
    return gender >= LEAST_MATCHES && otherGender < LEAST_OTHER_GENDER * gender;
  }

  private static long bits(Level... levels) {
    long bits = 0;
    for (Level level : levels) {
      bits |= ComparisonVector.bit(level);
    }
    return bits;
  }
}

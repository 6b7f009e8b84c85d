package io.customerhub.identity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tells most pairs of records apart, of each record in one line of a processor's cache: most
 * pairs that share a key are of different people, and to find that out by their values would mean
 * to fetch these from all over the memory. Says only what is certain. Immutable and thread-safe.
 */
final class Sketches {

  private static final int WIDTH = 8;
  private static final int PHONE = 1;
  private static final int MAIL_START = 2;
  private static final int MAIL_LETTERS = 3;
  private static final int GIVEN = 4;
  private static final int SURNAME = 5;
  private static final int POSTCODE_AND_STREET = 6;
  private static final int CITY_AND_IDS = 7;

  // The lower half of the first number, from the highest bit: the lengths of both parts of a name
  // in six bits each, that of an address in seven, then these.
  private static final int GENDER = 0x7;
  private static final int SEVERAL_GENDERS = 6;
  private static final int NAME = 1 << 3;
  private static final int PLAIN_NAME = 1 << 4;
  private static final int KNOWN_GIVEN = 1 << 5;
  private static final int MAIL = 1 << 6;
  private static final int ONE_MAIL = 1 << 7;
  private static final int PHONES = 1 << 8;
  private static final int STATE = 1 << 9;
  private static final int ONE_ID = 1 << 10;
  private static final int ISSUED_ID = 1 << 11;
  private static final int OTHER = 1 << 12;
  private static final int MAIL_LENGTH_AT = 13;
  private static final int SURNAME_LENGTH_AT = 20;
  private static final int GIVEN_LENGTH_AT = 26;
  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_MAIL = 127;

  /** Of two bits for each letter the lower ones: it is there. */
  private static final long PRESENT = 0x5555555555555555L;

  /** Weights are added in another order, so bounds allow for rounding. */
  private static final double SLACK = 1e-9;

  private static final double ANY_ID = Column.IDS.most(true);
  private static final double LOOSE = timesSum(0.70);

  /** By the length of the common beginning, which lifts the similarity. */
  private static final double[] CLOSE_MAIL = {
    timesSum(0.92),
    timesSum(0.82 / 0.9),
    timesSum(0.72 / 0.8),
    timesSum(0.62 / 0.7),
    timesSum(0.52 / 0.6)
  };

  private final long[] rows;

  private Sketches(long[] rows) {
    this.rows = rows;
  }

  /** What characters in common, times the sum of two lengths over their product, are at least. */
  private static double timesSum(double jaro) {
    return 3 * jaro - 1 - SLACK;
  }

  static Sketches of(
      CodedRecords records, RecordComparison comparison, int[] births, long[] phones) {
    long[] rows = new long[records.size() * WIDTH];
    for (int record = 0; record < records.size(); record++) {
      int from = record * WIDTH;
      int flags = flags(records, record);
      int birth = births[records.code(record, Column.BIRTH)];
      boolean strange = birth == 0 && records.code(record, Column.BIRTH) != 0;
      flags |= strange ? OTHER : 0;
      flags |= name(records.names()[records.code(record, Column.NAME)], comparison, rows, from);
      flags |= mail(records.emails()[records.code(record, Column.EMAILS)], rows, from);
      rows[from] = both(birth, flags);
      rows[from + PHONE] = phones[records.code(record, Column.PHONES)];
      rows[from + POSTCODE_AND_STREET] =
          both(records.code(record, Column.POSTCODE), records.code(record, Column.STREET));
      rows[from + CITY_AND_IDS] =
          both(records.code(record, Column.CITY), records.code(record, Column.IDS));
    }
    return new Sketches(rows);
  }

  private static long both(int upper, int lower) {
    return ((long) upper << Integer.SIZE) | (lower & 0xFFFFFFFFL);
  }

  private static int flags(CodedRecords records, int record) {
    int flags = Math.min(SEVERAL_GENDERS, records.code(record, Column.GENDER));
    flags |= records.code(record, Column.STATE) != 0 ? STATE : 0;
    flags |= records.code(record, Column.PHONES) != 0 ? PHONES : 0;
    flags |= id(records.ids()[records.code(record, Column.IDS)]);
    boolean organised =
        records.code(record, Column.ORGANISATION) != 0 || records.code(record, Column.DOMAINS) != 0;
    return organised ? flags | OTHER : flags;
  }

  private static int id(@Nullable Map<String, List<String>> ids) {
    if (ids == null || ids.size() != 1) {
      return 0;
    }
    Map.Entry<String, List<String>> only = ids.entrySet().iterator().next();
    if (only.getValue().size() != 1 || ContactComparison.isDevice(only.getKey())) {
      return 0;
    }
    return ContactComparison.isIssued(only.getKey()) ? ONE_ID | ISSUED_ID : ONE_ID;
  }

  private static int name(
      @Nullable PersonName name, RecordComparison comparison, long[] rows, int from) {
    if (name == null) {
      return 0;
    }
    if (!isPlain(name)) {
      return NAME;
    }
    rows[from + GIVEN] = name.givenText().letters();
    rows[from + SURNAME] = name.surnameText().letters();
    int known = comparison.knowsGiven(name.givenJoined()) ? KNOWN_GIVEN : 0;
    return NAME
        | PLAIN_NAME
        | known
        | (name.givenText().length() << GIVEN_LENGTH_AT)
        | (name.surnameText().length() << SURNAME_LENGTH_AT);
  }

  /** One given name and one surname that are compared letter by letter and no other way. */
  private static boolean isPlain(PersonName name) {
    return name.given().size() == 1
        && name.surname().size() == 1
        && name.expanded() == null
        && name.characters().isEmpty()
        && isPlain(name.givenText())
        && isPlain(name.surnameText());
  }

  private static boolean isPlain(EncodedText text) {
    return text.length() > 1 && text.length() <= LONGEST_NAME;
  }

  private static int mail(@Nullable List<EncodedText> mails, long[] rows, int from) {
    if (mails == null) {
      return 0;
    }
    EncodedText first = mails.get(0);
    if (mails.size() > 1 || first.length() > LONGEST_MAIL) {
      return MAIL;
    }
    rows[from + MAIL_START] = first.beginning();
    rows[from + MAIL_LETTERS] = first.letters();
    return MAIL | ONE_MAIL | (first.length() << MAIL_LENGTH_AT);
  }

  /** Returns a sum that what two records agree in, names aside, is certain not to exceed. */
  double mostBesidesName(int a, int b) {
    int one = a * WIDTH;
    int other = b * WIDTH;
    int flags = (int) rows[one];
    int others = (int) rows[other];
    if (((flags | others) & OTHER) != 0) {
      return Double.POSITIVE_INFINITY;
    }
    double most = birth((int) (rows[one] >>> 32), (int) (rows[other] >>> 32));
    most += places(rows[one + POSTCODE_AND_STREET], rows[other + POSTCODE_AND_STREET]);
    most += cityAndIds(one, other, flags & others);
    most += gender(flags & GENDER, others & GENDER);
    most += (flags & others & STATE) != 0 ? Level.STATE_EXACT.bits() : 0;
    most += (flags & others & PHONES) != 0 ? phone(rows[one + PHONE], rows[other + PHONE]) : 0;
    return most + ((flags & others & MAIL) != 0 ? mail(one, other, flags, others) : 0);
  }

  /** Returns bits that the names of two records are certain not to exceed. */
  double mostOfName(int a, int b) {
    int flags = (int) rows[a * WIDTH];
    int others = (int) rows[b * WIDTH];
    return (flags & others & NAME) != 0 ? name(a * WIDTH, b * WIDTH, flags, others) : 0;
  }

  private static double birth(int a, int b) {
    return a == 0 || b == 0 ? 0 : BirthDateComparison.level(a, b).bits();
  }

  /** Two postcodes and two streets; one postcode is one city, see {@link RecordComparison}. */
  private static double places(long a, long b) {
    int postcode = (int) (a >>> 32);
    int otherPostcode = (int) (b >>> 32);
    double most = (int) a == 0 || (int) b == 0 ? 0 : Level.STREET_EXACT.bits();
    return most
        + most(
            postcode, otherPostcode, Level.POSTCODE_EXACT.bits(), Level.POSTCODE_ONE_EDIT.bits());
  }

  private double cityAndIds(int one, int other, int flags) {
    long a = rows[one + CITY_AND_IDS];
    long b = rows[other + CITY_AND_IDS];
    double city =
        most((int) (a >>> 32), (int) (b >>> 32), Level.CITY_EXACT.bits(), Level.CITY_CLOSE.bits());
    return city + ids((int) a, (int) b, flags);
  }

  private static double ids(int a, int b, int flags) {
    if (a == b || (flags & ONE_ID) == 0) {
      return a == 0 || b == 0 ? 0 : ANY_ID;
    }
    return (flags & ISSUED_ID) != 0 ? 0 : Level.ID_ONE_EDIT.bits();
  }

  private static double gender(int a, int b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    return a == b ? Level.GENDER_EXACT.bits() : Level.GENDER_DIFFERENT.bits();
  }

  private static double most(int a, int b, double equal, double different) {
    if (a == 0 || b == 0) {
      return 0;
    }
    return a == b ? equal : different;
  }

  private static double phone(long a, long b) {
    if (a == b || a == 0 || b == 0) {
      return Level.PHONE_EXACT.bits();
    }
    return PackedPhone.areFar(a, b) ? Level.PHONE_DIFFERENT.bits() : Level.PHONE_EXACT.bits();
  }

  private double mail(int one, int other, int flags, int others) {
    if ((flags & others & ONE_MAIL) == 0) {
      return Level.EMAIL_EXACT.bits();
    }
    long differing = rows[one + MAIL_START] ^ rows[other + MAIL_START];
    int same = Long.numberOfTrailingZeros(differing) / Character.SIZE;
    if (same >= 4) {
      return Level.EMAIL_EXACT.bits();
    }
    int length = (flags >>> MAIL_LENGTH_AT) & LONGEST_MAIL;
    int otherLength = (others >>> MAIL_LENGTH_AT) & LONGEST_MAIL;
    boolean far =
        areFar(
            rows[one + MAIL_LETTERS],
            length,
            rows[other + MAIL_LETTERS],
            otherLength,
            CLOSE_MAIL[same]);
    return far ? Level.EMAIL_DIFFERENT.bits() : Level.EMAIL_CLOSE.bits();
  }

  private double name(int one, int other, int flags, int others) {
    long given = rows[one + GIVEN];
    long surname = rows[one + SURNAME];
    long otherGiven = rows[other + GIVEN];
    long otherSurname = rows[other + SURNAME];
    // Of one name that is parted elsewhere: two letters of twenty pass for another name.
    boolean sameLetters = ((given | surname) & PRESENT) == ((otherGiven | otherSurname) & PRESENT);
    if ((flags & others & PLAIN_NAME) == 0 || sameLetters) {
      return Level.NAME_EXACT.bits();
    }
    int g = flags >>> GIVEN_LENGTH_AT;
    int s = (flags >>> SURNAME_LENGTH_AT) & LONGEST_NAME;
    int h = others >>> GIVEN_LENGTH_AT;
    int t = (others >>> SURNAME_LENGTH_AT) & LONGEST_NAME;
    if (!areFar(given, g, otherSurname, t, LOOSE) && !areFar(surname, s, otherGiven, h, LOOSE)) {
      return Level.NAME_EXACT.bits();
    }
    boolean mayBeNicknames = (flags & others & KNOWN_GIVEN) != 0;
    boolean otherGivenName = !mayBeNicknames && areFar(given, g, otherGiven, h, LOOSE);
    if (areFar(surname, s, otherSurname, t, LOOSE)) {
      return (otherGivenName ? Level.NAME_DIFFERENT : Level.NAME_GIVEN_ONLY).bits();
    }
    return (otherGivenName ? Level.NAME_SURNAME_ONLY : Level.NAME_EXACT).bits();
  }

  /** Returns whether two texts have too few letters in common for a similarity. */
  private static boolean areFar(long a, int length, long b, int otherLength, double least) {
    int uncounted = Math.min(length - Long.bitCount(a), otherLength - Long.bitCount(b));
    int common = Math.min(Long.bitCount(a & b) + uncounted, Math.min(length, otherLength));
    return (double) common * (length + otherLength) < least * length * otherLength;
  }
}

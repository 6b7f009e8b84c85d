package io.customerhub.identity;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

/**
 * Compares coded records: says the same as {@link IdentityResolver#vector}, but what is equal has
 * been compared before, and two records that cannot reach a sum of weights are left as soon as that
 * is certain. Immutable and thread-safe; comparing allocates next to nothing.
 */
@SuppressWarnings("EnumOrdinal") // columns and levels live no longer than the process
public final class CodedComparison {

  /** Says that two records weigh less than was asked for. */
  public static final long HOPELESS = -1;

  /** Weights are added in another order, so bounds allow for rounding. */
  private static final double SLACK = 1e-9;

  private static final Column[] COLUMNS = Column.values();

  private static final Column[] BESIDES_NAME =
      Stream.of(COLUMNS).filter(column -> column != Column.NAME).toArray(Column[]::new);
  private static final double[] BITS =
      Stream.of(Level.values()).mapToDouble(CodedComparison::mostOf).toArray();

  /** The most that equal, and that different values of a column can weigh. */
  private static final double[] MOST =
      Stream.of(COLUMNS).mapToDouble(column -> column.most(false)).toArray();

  private static final double[] MOST_DIFFERENT =
      Stream.of(COLUMNS).mapToDouble(column -> column.most(true)).toArray();

  private final CodedRecords records;
  private final RecordComparison comparison;
  private final WordCounts words;
  private final int[] births;
  private final long[] phones;

  /** The ordinal of the level at which each name, and each street, agrees with itself. */
  private final byte[] equalNames;

  private final byte[] equalStreets;

  private final Sketches sketches;

  CodedComparison(CodedRecords records, RecordComparison comparison, WordCounts words) {
    this.words = words;
    this.records = records;
    this.comparison = comparison;
    this.births = new int[records.births().length];
    Arrays.setAll(births, i -> i == 0 ? 0 : BirthDateComparison.packed(records.births()[i]));
    this.phones = new long[records.phones().length];
    Arrays.setAll(phones, i -> i == 0 ? 0 : PackedPhone.of(records.phones()[i]));
    this.sketches = Sketches.of(records, comparison, births, phones);
    PersonName[] names = records.names();
    this.equalNames = levels(names.length, i -> comparison.name(names[i], names[i]));
    StreetLine[] streets = records.streets();
    this.equalStreets = levels(streets.length, i -> comparison.street(streets[i], streets[i]));
  }

  private static byte[] levels(int size, IntToLongFunction vector) {
    byte[] levels = new byte[size];
    for (int i = 1; i < size; i++) {
      levels[i] = (byte) Long.numberOfTrailingZeros(vector.applyAsLong(i));
    }
    return levels;
  }

  /** Adds how many organisations have each word of their names, if that was counted. */
  public void addWordsTo(TermFrequenciesBuilder frequencies) {
    words.addTo(frequencies);
  }

  /** Returns the bits of the levels at which two records agree, see {@link ComparisonVector}. */
  public long vector(int a, int b) {
    return ComparisonVector.withoutEchoes(levels(a, b));
  }

  /** Returns the same with what {@link ComparisonVector#withoutEchoes} leaves out, for counting. */
  public long levels(int a, int b) {
    return levels(a, b, Double.NEGATIVE_INFINITY);
  }

  /**
   * Returns the same, or {@link #HOPELESS} if the default weights of the levels, without the prior,
   * are certain to sum up to less than this.
   */
  public long levels(int a, int b, double least) {
    if (least == Double.NEGATIVE_INFINITY) {
      return levels(a, b, levels(Column.NAME, a, b), least);
    }
    double others = sketches.mostBesidesName(a, b);
    if (others + sketches.mostOfName(a, b) < least - SLACK) {
      return HOPELESS;
    }
    long name = levels(Column.NAME, a, b);
    return others + bits(name) < least - SLACK ? HOPELESS : levels(a, b, name, least);
  }

  private long levels(int a, int b, long name, double least) {
    // At first as if all agreed as well as their codes allow; each comparison lowers it.
    double possible = bits(name) + possibleBesidesName(a, b);
    long vector = name;
    for (Column column : BESIDES_NAME) {
      int one = records.code(a, column);
      int other = records.code(b, column);
      if (one != 0 && other != 0 && !isImplied(column, a, b)) {
        long levels = one == other ? equal(column, one, a, b) : different(column, one, other, a, b);
        vector |= levels;
        possible += bits(levels) - most(column, one, other);
        if (possible < least - SLACK) {
          return HOPELESS;
        }
      }
    }
    return vector;
  }

  private long levels(Column column, int a, int b) {
    int one = records.code(a, column);
    int other = records.code(b, column);
    if (one == 0 || other == 0) {
      return 0;
    }
    return one == other ? equal(column, one, a, b) : different(column, one, other, a, b);
  }

  private double possibleBesidesName(int a, int b) {
    double possible = 0;
    for (Column column : BESIDES_NAME) {
      int one = records.code(a, column);
      int other = records.code(b, column);
      boolean compared = one != 0 && other != 0 && !isImplied(column, a, b);
      possible += compared ? most(column, one, other) : 0;
    }
    return possible;
  }

  /** One postcode says already that it is one city, see {@link RecordComparison}. */
  private boolean isImplied(Column column, int a, int b) {
    return column == Column.CITY
        && records.code(a, Column.POSTCODE) != 0
        && records.code(a, Column.POSTCODE) == records.code(b, Column.POSTCODE);
  }

  private static double most(Column column, int one, int other) {
    return one == other ? MOST[column.ordinal()] : MOST_DIFFERENT[column.ordinal()];
  }

  /** The levels at which a value agrees with itself. */
  private long equal(Column column, int code, int a, int b) {
    return switch (column) {
      case NAME -> 1L << equalNames[code];
      case STREET -> 1L << equalStreets[code];
      case BIRTH, IDS, ORGANISATION -> different(column, code, code, a, b);
      default -> column.equal();
    };
  }

  private long different(Column column, int one, int other, int a, int b) {
    return switch (column) {
      case BIRTH -> ComparisonVector.bit(BirthDateComparison.level(births[one], births[other]));
      case NAME -> comparison.name(records.names()[one], records.names()[other]);
      case EMAILS ->
          comparison.emails(
              records.emails()[one],
              records.emails()[other],
              records.names()[records.code(a, Column.NAME)],
              records.names()[records.code(b, Column.NAME)]);
      case DOMAINS -> comparison.domains(records.domains()[one], records.domains()[other]);
      case PHONES -> phones(one, other);
      case IDS -> comparison.ids(records.ids()[one], records.ids()[other]);
      case POSTCODE -> comparison.postcode(records.postcodes()[one], records.postcodes()[other]);
      case CITY -> comparison.city(records.cities()[one], records.cities()[other]);
      case STATE -> comparison.state(records.states()[one], records.states()[other]);
      case GENDER -> comparison.gender(records.genders()[one], records.genders()[other]);
      case STREET -> comparison.street(records.streets()[one], records.streets()[other]);
      case ORGANISATION ->
          comparison.organisation(
              records.organisations()[one],
              records.organisations()[other],
              records.code(a, Column.NAME) != 0 || records.code(b, Column.NAME) != 0);
    };
  }

  private long phones(int one, int other) {
    return PackedPhone.areFar(phones[one], phones[other])
        ? ComparisonVector.bit(Level.PHONE_DIFFERENT)
        : comparison.phones(records.phones()[one], records.phones()[other]);
  }

  /** What speaks against in one place may be left out as it does so in another. */
  private static double mostOf(Level level) {
    return ComparisonVector.isEcho(level) ? Math.max(0, level.bits()) : level.bits();
  }

  private static double bits(long levels) {
    double sum = 0;
    for (long rest = levels; rest != 0; rest &= rest - 1) {
      sum += BITS[Long.numberOfTrailingZeros(rest)];
    }
    return sum;
  }
}

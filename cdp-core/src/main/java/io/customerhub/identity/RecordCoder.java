package io.customerhub.identity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Collects records in little room: each distinct value of a field is kept once, and a record is one
 * number for each field. Not thread-safe. Holds personal data; {@link #toString()} does not show
 * it.
 */
@SuppressWarnings("EnumOrdinal") // columns live no longer than the process
public final class RecordCoder {

  private static final Column[] COLUMNS = Column.values();

  private final List<Distinct> values = Stream.of(COLUMNS).map(column -> new Distinct()).toList();

  /** What values are made of, such as given names. */
  private final Distinct parts = new Distinct();

  private int[] codes = new int[64 * COLUMNS.length];
  private int size;

  private RecordCoder() {}

  /** Returns a collection with no records. */
  public static RecordCoder create() {
    return new RecordCoder();
  }

  /** Adds a record; its number is how many there were before. */
  public void add(MatchRecord record) {
    int from = size * COLUMNS.length;
    if (from == codes.length) {
      codes = Arrays.copyOf(codes, (size + size / 2) * COLUMNS.length);
    }
    for (Column column : COLUMNS) {
      Object value = record.value(column);
      codes[from + column.ordinal()] =
          value == null ? 0 : values.get(column.ordinal()).code(value, this::kept);
    }
    size++;
  }

  /** Returns how many records there are. */
  public int size() {
    return size;
  }

  /**
   * Returns the records as they are now.
   *
   * @param order the number of each record in the order they are to have
   */
  public CodedRecords inOrder(int[] order) {
    int[] ordered = new int[order.length * COLUMNS.length];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(
          codes, order[i] * COLUMNS.length, ordered, i * COLUMNS.length, COLUMNS.length);
    }
    return new CodedRecords(values, ordered);
  }

  /** Returns how many records there are; no personal data. */
  @Override
  public String toString() {
    return "RecordCoder[" + size + "]";
  }

  private Object kept(Object value) {
    if (value instanceof PersonName name) {
      return new PersonName(
          part(name.given()),
          part(name.surname()),
          part(name.givenText()),
          part(name.surnameText()),
          name.generation(),
          name.characters(),
          name.expanded());
    }
    if (value instanceof StreetLine street) {
      return new StreetLine(part(street.numbers()), part(street.texts()));
    }
    return value;
  }

  @SuppressWarnings("unchecked") // equal to what it takes the place of
  private <T> T part(T value) {
    return (T) parts.same(value);
  }
}

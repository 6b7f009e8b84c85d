package io.customerhub.segment;

/** What can be computed of several events or records, most of one property. */
public enum Aggregate {
  /** How many; of no property. */
  COUNT("count", "count"),
  /** The sum of the numbers; 0 of none. */
  SUM("sum", "sum"),
  /** The exact average of the numbers; missing if there is none. */
  AVG("avg", "average"),
  /** The smallest number; missing if there is none. */
  MIN("min", "minimum"),
  /** The largest number; missing if there is none. */
  MAX("max", "maximum"),
  /** How many different values, of any type; 0 of none. */
  DISTINCT_COUNT("distinctCount", "distinct count"),
  /** On how many days of the segment's zone it happened; of no property. */
  DISTINCT_DAYS("distinctDays", "distinct days"),
  /** The earliest value, of any type; missing if there is none. */
  FIRST("first", "first"),
  /** The latest value, of any type; missing if there is none. */
  LAST("last", "last"),
  /** The value, of any type, seen most often, of several the one seen last; missing if none. */
  MOST_FREQUENT("mostFrequent", "most frequent");

  private final String key;
  private final String words;

  Aggregate(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** Returns the key in JSON, such as {@code distinctCount}. */
  public String key() {
    return key;
  }

  /** Returns whether it is a function of a property. */
  public boolean hasProperty() {
    return this != COUNT && this != DISTINCT_DAYS;
  }

  /** Returns whether the outcome is a number. */
  public boolean isNumber() {
    return compareTo(FIRST) < 0;
  }

  /** Returns the words in text, such as {@code distinct count}. */
  public String words() {
    return words;
  }
}

package io.customerhub.segment;

/** What can be computed of one property of several events. */
public enum Aggregate {
  /** The sum of the numbers; 0 of none. */
  SUM("sum", "sum"),
  /** The exact average of the numbers; missing if there is none. */
  AVG("avg", "average"),
  /** The smallest number; missing if there is none. */
  MIN("min", "minimum"),
  /** The largest number; missing if there is none. */
  MAX("max", "maximum"),
  /** How many different values, of any type; 0 of none. */
  DISTINCT_COUNT("distinctCount", "distinct count");

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

  /** Returns the words in text, such as {@code distinct count}. */
  public String words() {
    return words;
  }
}

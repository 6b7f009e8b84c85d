package io.customerhub.examples.benchmarks;

import java.util.Locale;
import java.util.StringJoiner;

/** One flat JSON object in one line. */
public final class Json {

  private Json() {}

  /**
   * Returns an object of names and values in turn: texts without special characters, numbers and
   * truths.
   */
  public static String object(Object... namesAndValues) {
    StringJoiner fields = new StringJoiner(",", "{", "}");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add("\"" + namesAndValues[i] + "\":" + value(namesAndValues[i + 1]));
    }
    return fields.toString();
  }

  private static String value(Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number) ? String.format(Locale.ROOT, "%.6f", number) : "null";
    }
    return value instanceof String text ? '"' + text.replace("\"", "'") + '"' : value.toString();
  }
}

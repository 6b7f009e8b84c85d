package io.customerhub.examples.quickstart.sample;

import java.util.List;
import java.util.stream.Collectors;

/** Writes rows as RFC 4180 has them, with a line feed after each. */
final class Csv {

  private Csv() {}

  static String row(List<String> values) {
    return values.stream().map(Csv::quotedIfNeeded).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quotedIfNeeded(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
    return plain && value.equals(value.strip()) ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}

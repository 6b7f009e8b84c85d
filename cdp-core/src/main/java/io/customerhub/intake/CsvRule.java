package io.customerhub.intake;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * What to do with the cells of one column.
 *
 * @param pattern what part of the cell is meant, as its first group if it has one; empty for all
 */
record CsvRule(String column, Target target, CellType type, String pattern) {

  static final int PATTERN_LENGTH = 256;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if they do not go together
   */
  CsvRule {
    if (column.isBlank()) {
      throw new IllegalArgumentException("column: expected a name");
    }
    if (target.part() == Target.Part.IDENTIFIER && type != CellType.TEXT) {
      throw new IllegalArgumentException(
          "column '" + column + "': an identifier is text, not a " + type.key());
    }
    compile(column, pattern);
  }

  /** RE2 runs in time linear in the cell, whatever the pattern: patterns may come from users. */
  Pattern compiled() {
    return compile(column, pattern);
  }

  @Override
  public String toString() {
    return target
        + (type == CellType.TEXT ? "" : " as " + type.key())
        + (pattern.isEmpty() ? "" : " matching " + pattern);
  }

  private static Pattern compile(String column, String pattern) {
    if (pattern.length() > PATTERN_LENGTH) {
      throw new IllegalArgumentException(
          "column '" + column + "': a pattern has at most " + PATTERN_LENGTH + " characters");
    }
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "column '" + column + "': not a pattern of RE2: " + e.getDescription(), e);
    }
  }
}

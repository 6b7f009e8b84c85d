package io.customerhub.intake;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.customerhub.event.InvalidEventException;
import io.customerhub.event.Limits;
import io.customerhub.event.Masking;
import io.customerhub.event.ReasonCode;
import io.customerhub.event.Values;
import java.math.BigDecimal;
import java.util.Locale;

/** Makes values of cells. What is refused is shown masked. */
final class Cells {

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

  private final CellTimes times;

  Cells(CellTimes times) {
    this.times = times;
  }

  /**
   * Returns the value of a cell that is not empty.
   *
   * @throws InvalidEventException if it is not of the type; the field is the column
   */
  Object value(String column, CellType type, String cell) {
    Values.text(column, cell, Limits.TEXT_LENGTH);
    return switch (type) {
      case TEXT -> cell;
      case NUMBER -> number(column, cell);
      case BOOLEAN -> truth(column, cell);
      case DATE -> times.date(column, cell).toString();
      case TIME -> times.instant(column, cell).toString();
    };
  }

  /** Returns the part of a cell that a pattern picks. */
  static String part(String column, Pattern pattern, String cell) {
    Matcher matcher = pattern.matcher(cell);
    if (!matcher.find()) {
      throw refused(ReasonCode.TYPE_MISMATCH, column, cell, "a match of the pattern");
    }
    String part = matcher.group(matcher.groupCount() == 0 ? 0 : 1);
    return part == null ? "" : part;
  }

  static InvalidEventException refused(
      ReasonCode code, String column, String cell, String expected) {
    return new InvalidEventException(
        code, column, "expected " + expected + ", found " + Masking.mask(cell));
  }

  private static BigDecimal number(String column, String cell) {
    if (cell.length() > 2 * Limits.NUMBER_DIGITS) {
      throw refused(ReasonCode.NUMBER_TOO_LONG, column, cell, "at most 100 digits");
    }
    if (!NUMBER.matches(cell)) {
      throw refused(
          ReasonCode.NUMBER_SYNTAX, column, cell, "digits with an optional sign and point");
    }
    return Values.number(column, new BigDecimal(cell));
  }

  private static boolean truth(String column, String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> true;
      case "false", "no", "0" -> false;
      default ->
          throw refused(ReasonCode.TYPE_MISMATCH, column, cell, "true or false, yes or no, 1 or 0");
    };
  }
}

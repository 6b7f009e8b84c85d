package io.customerhub.engine;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A row of RFC 4180. */
final class CsvRow {

  /**
   * What a spreadsheet takes for a formula, or skips to find one; full-width forms too, which some
   * read as the narrow ones.
   */
  private static final Pattern FORMULA =
      Pattern.compile(
          "[\\t\\r\\n].*|[\\s\\p{Z}\\p{Cf}]*[=+\\-@|\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

  private final StringBuilder out;
  private final boolean raw;
  private boolean first = true;

  /**
   * Begins a row behind what is there.
   *
   * @param raw whether texts that look like formulas stay as they are
   */
  CsvRow(StringBuilder out, boolean raw) {
    this.out = out;
    this.raw = raw;
  }

  void cell(Object value) {
    String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    boolean typed = value instanceof Number || value instanceof Boolean;
    out.append(first ? "" : ",").append(quoted(typed || raw ? text : safe(text)));
    first = false;
  }

  void end() {
    out.append("\r\n");
  }

  private static String safe(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}

package io.customerhub.crm.report;

import java.util.List;
import java.util.stream.Collectors;

/** Writes rows of RFC 4180 that are safe to open in a spreadsheet. */
final class Csv {

  private Csv() {}

  static String row(List<?> cells) {
    return cells.stream()
        .map(cell -> cell instanceof Number ? cell.toString() : text(cell.toString()))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  static String text(String cell) {
    String safe = looksLikeFormula(cell) ? "'" + cell : cell;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  /** Also behind blanks, which some spreadsheets skip. */
  private static boolean looksLikeFormula(String cell) {
    String start = cell.stripLeading();
    boolean control = !cell.isEmpty() && (cell.charAt(0) == '\t' || cell.charAt(0) == '\r');
    return control || (!start.isEmpty() && "=+-@|＝＋－＠".indexOf(start.charAt(0)) >= 0);
  }
}

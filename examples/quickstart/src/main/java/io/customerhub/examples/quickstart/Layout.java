package io.customerhub.examples.quickstart;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Lays text out for a terminal of 100 columns, without colours. */
final class Layout {

  static final int WIDTH = 100;

  private static final String PARTS = " ▏▎▍▌▋▊▉";
  private static final int EIGHTHS = 8;

  private final PrintStream out;

  Layout(PrintStream out) {
    this.out = out;
  }

  void heading(String text) {
    out.println();
    out.println(text.toUpperCase(Locale.ROOT) + " " + "─".repeat(WIDTH - text.length() - 1));
  }

  void line(String text) {
    out.println(("  " + text).stripTrailing());
  }

  /**
   * Prints text over as many lines as it needs.
   *
   * @param first how far the first line is indented
   * @param rest how far the others are
   */
  void wrapped(String text, int first, int rest) {
    StringBuilder line = new StringBuilder(" ".repeat(first));
    for (String word : text.split(" ", -1)) {
      boolean fits = length(line.toString()) + length(word) + 3 <= WIDTH;
      if (!fits && !line.toString().isBlank()) {
        line(line.toString());
        line = new StringBuilder(" ".repeat(rest));
      }
      line.append(line.toString().isBlank() ? "" : " ").append(word);
    }
    line(line.toString());
  }

  /**
   * Prints rows of cells in columns as wide as their widest cell.
   *
   * @param right the columns whose cells are numbers, set to the right
   */
  void table(List<List<String>> rows, List<Integer> right) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = IntStream.range(0, columns).map(column -> width(rows, column)).toArray();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(i == 0 ? "" : "  ").append(cell(row.get(i), widths[i], right.contains(i)));
      }
      line(cut(line.toString().stripTrailing(), WIDTH - 2));
    }
  }

  static String bar(double share, int width) {
    int eighths = (int) Math.round(share * width * EIGHTHS);
    int shown = share > 0 ? Math.max(1, eighths) : 0;
    int rest = shown % EIGHTHS;
    String bar = "█".repeat(shown / EIGHTHS) + (rest == 0 ? "" : PARTS.charAt(rest));
    return cell(bar, width, false);
  }

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String plural(long count, String one, String many) {
    return number(count) + " " + (count == 1 ? one : many);
  }

  static String cut(String text, int width) {
    return text.codePointCount(0, text.length()) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream()
        .filter(row -> row.size() > column)
        .mapToInt(row -> length(row.get(column)))
        .max()
        .orElse(0);
  }

  private static String cell(String text, int width, boolean right) {
    String blanks = " ".repeat(Math.max(0, width - length(text)));
    return right ? blanks + text : text + blanks;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}

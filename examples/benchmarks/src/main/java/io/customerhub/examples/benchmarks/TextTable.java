package io.customerhub.examples.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text as aligned columns. Not thread-safe. */
public final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();

  private TextTable(List<String> header) {
    rows.add(header);
  }

  /** Returns a table that has only a header. */
  public static TextTable of(String... header) {
    return new TextTable(Arrays.asList(header));
  }

  /** Adds a row of texts and numbers; fractions are shown with four digits. */
  public void row(Object... cells) {
    rows.add(Arrays.stream(cells).map(TextTable::text).toList());
  }

  /** Prints it. */
  public void print(PrintStream out) {
    int columns = rows.get(0).size();
    int[] widths =
        IntStream.range(0, columns)
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    for (List<String> row : rows) {
      out.println(
          IntStream.range(0, columns)
              .mapToObj(i -> padded(row.get(i), widths[i], i == 0))
              .collect(Collectors.joining("  "))
              .stripTrailing());
    }
  }

  private static String padded(String text, int width, boolean left) {
    String blanks = " ".repeat(width - text.length());
    return left ? text + blanks : blanks + text;
  }

  private static String text(Object cell) {
    return cell instanceof Double number
        ? String.format(Locale.ROOT, number < 10 ? "%.4f" : "%,.1f", number)
        : cell instanceof Number whole
            ? String.format(Locale.ROOT, "%,d", whole.longValue())
            : String.valueOf(cell);
  }
}

package io.customerhub.examples.resolve;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a file is laid out.
 *
 * @param delimiter between two cells
 * @param first the cells of the first row
 * @param hasHeader whether the first row names the columns
 */
record Layout(char delimiter, List<String> first, boolean hasHeader) {

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int SAMPLE = 64 * 1024;
  private static final Pattern TYPED =
      Pattern.compile("[-+]?[\\d.,/:\\s-]*\\d[\\d.,/:\\s-]*|[^@\\s]+@[^@\\s]+\\.\\w+");

  /**
   * Looks at the beginning of a file.
   *
   * @param named columns that somebody has named
   */
  static Layout of(Reader in, Set<String> named) throws IOException {
    char[] buffer = new char[SAMPLE];
    int size = in.read(buffer);
    String sample = new String(buffer, 0, Math.max(0, size));
    char delimiter = delimiter(sample);
    List<List<String>> rows = rows(sample, delimiter, 50);
    List<String> first = rows.isEmpty() ? List.of() : rows.get(0);
    return new Layout(delimiter, first, isHeader(first, rows, named));
  }

  /** Returns the names of the columns, each once. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < first.size(); i++) {
      String name = hasHeader ? first.get(i) : "";
      String own = name.isEmpty() ? "column" + (i + 1) : name;
      names.add(taken.add(own) ? own : own + " (" + (i + 1) + ")");
    }
    return List.copyOf(names);
  }

  /** The one that splits most rows into as many cells as the first, and into most. */
  private static char delimiter(String sample) {
    char best = ',';
    int most = 0;
    for (char delimiter : DELIMITERS) {
      List<List<String>> rows = rows(sample, delimiter, 20);
      int cells = rows.isEmpty() ? 0 : rows.get(0).size();
      int alike = (int) rows.stream().filter(row -> row.size() == cells).count();
      int worth = cells < 2 ? 0 : alike * 1000 / rows.size() * 10 + Math.min(cells, 9);
      if (worth > most) {
        best = delimiter;
        most = worth;
      }
    }
    return best;
  }

  private static boolean isHeader(List<String> first, List<List<String>> rows, Set<String> named) {
    if (first.stream().anyMatch(named::contains)) {
      return true;
    }
    if (first.stream().anyMatch(cell -> TYPED.matcher(cell).matches())) {
      return false;
    }
    long known =
        first.stream()
            .flatMap(cell -> ColumnNames.of(cell).stream())
            .filter(ColumnNames.Named::sure)
            .count();
    return known > 0 || !looksLikeTheRest(first, rows);
  }

  /** Nothing but words: a header, unless the columns repeat them. */
  private static boolean looksLikeTheRest(List<String> first, List<List<String>> rows) {
    for (int i = 0; i < first.size(); i++) {
      for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
        if (i < row.size() && !first.get(i).isEmpty() && row.get(i).equals(first.get(i))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Splits a sample; the last row may be cut. */
  private static List<List<String>> rows(String sample, char delimiter, int most) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int i = 0;
    while (i < sample.length() && rows.size() < most) {
      char c = sample.charAt(i++);
      boolean doubled = quoted && c == '"' && i < sample.length() && sample.charAt(i) == '"';
      if (c == '"' && !doubled && (quoted || cell.toString().isBlank())) {
        quoted = !quoted;
      } else if (!quoted && (c == delimiter || c == '\n')) {
        row.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
        i += doubled ? 1 : 0;
      }
    }
    if (rows.isEmpty()) {
      row.add(cell.toString().strip());
      rows.add(row);
    }
    return rows;
  }
}

package io.customerhub.examples.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows under named columns, to be bent into the shapes in which people send such files. */
record Sheet(List<String> columns, List<List<String>> rows) {

  Sheet renamed(Map<String, String> names) {
    return new Sheet(columns.stream().map(c -> names.getOrDefault(c, c)).toList(), rows);
  }

  /** Names all columns but the last one, which is the truth, by their position. */
  Sheet anonymous() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns.size() - 1; i++) {
      names.add("v" + (char) ('a' + i));
    }
    names.add(columns.get(columns.size() - 1));
    return new Sheet(names, rows);
  }

  Sheet reversed() {
    return only(reversed(columns));
  }

  Sheet without(String... names) {
    return only(columns.stream().filter(c -> !List.of(names).contains(c)).toList());
  }

  Sheet only(List<String> names) {
    List<Integer> at = names.stream().map(columns::indexOf).toList();
    return new Sheet(names, rows.stream().map(row -> at.stream().map(row::get).toList()).toList());
  }

  Sheet mapped(String column, Function<String, String> change) {
    int at = columns.indexOf(column);
    return new Sheet(
        columns,
        rows.stream()
            .map(
                row -> {
                  List<String> changed = new ArrayList<>(row);
                  changed.set(at, row.get(at).isEmpty() ? "" : change.apply(row.get(at)));
                  return changed;
                })
            .collect(Collectors.toList()));
  }

  /** Puts a column in front, made of each row's other values and number. */
  Sheet with(String column, BiFunction<Map<String, String>, Integer, String> of) {
    List<String> names = new ArrayList<>(List.of(column));
    names.addAll(columns);
    List<List<String>> more = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = new ArrayList<>(List.of(of.apply(named(rows.get(i)), i)));
      row.addAll(rows.get(i));
      more.add(row);
    }
    return new Sheet(names, more);
  }

  /** Returns every second row. */
  Sheet half(int which) {
    List<List<String>> some = new ArrayList<>();
    for (int i = which; i < rows.size(); i += 2) {
      some.add(rows.get(i));
    }
    return new Sheet(columns, some);
  }

  String csv(char separator, boolean header) {
    StringBuilder out = new StringBuilder();
    if (header) {
      line(out, columns, separator);
    }
    rows.forEach(row -> line(out, row, separator));
    return out.toString();
  }

  private static void line(StringBuilder out, List<String> cells, char separator) {
    out.append(
            cells.stream()
                .map(cell -> cell(cell, separator))
                .collect(Collectors.joining(String.valueOf(separator))))
        .append("\r\n");
  }

  private static String cell(String cell, char separator) {
    boolean quote = cell.indexOf(separator) >= 0 || cell.contains("\"") || cell.contains("\n");
    return quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private Map<String, String> named(List<String> row) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      named.put(columns.get(i), row.get(i));
    }
    return named;
  }

  private static List<String> reversed(List<String> names) {
    List<String> reversed = new ArrayList<>(names);
    Collections.reverse(reversed);
    return reversed;
  }
}

package io.customerhub.examples.benchmarks.jmh;

import io.customerhub.examples.benchmarks.people.Population;
import io.customerhub.examples.benchmarks.people.Row;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Pairs of texts to compare, so many that a processor cannot learn them by heart. */
record Pairs(String[] left, String[] right) {

  static final int COUNT = 256;

  /** Returns pairs that are unrelated, equal, one typing error apart, or of whole records. */
  static Pairs of(String kind) {
    List<Row> rows = Population.of(11).rows(2L * COUNT).toList();
    String[] left = new String[COUNT];
    String[] right = new String[COUNT];
    for (int i = 0; i < COUNT; i++) {
      String one = kind.equals("record") ? record(rows.get(i)) : name(rows.get(i));
      left[i] = one;
      right[i] =
          switch (kind) {
            case "unrelated" -> name(rows.get(COUNT + i));
            case "equal" -> new StringBuilder(one).toString();
            case "typo", "record" -> mistyped(one, i);
            default -> throw new IllegalArgumentException(kind);
          };
    }
    return new Pairs(left, right);
  }

  private static String name(Row row) {
    return folded(row.values().get(0) + " " + row.values().get(1));
  }

  private static String record(Row row) {
    String text = folded(String.join(" ", row.values()));
    return text.substring(0, Math.min(60, text.length()));
  }

  /** Swaps two neighbours somewhere. */
  private static String mistyped(String text, int i) {
    int at = 1 + i % (text.length() - 2);
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  private static String folded(String text) {
    String bare = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return bare.replaceAll("[^a-z0-9 ]", "");
  }
}

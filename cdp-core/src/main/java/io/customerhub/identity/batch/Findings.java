package io.customerhub.identity.batch;

import io.customerhub.identity.batch.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what is odd about values, a field at a time. Mutable and not thread-safe. */
final class Findings {

  private static final int SAMPLES = 3;
  private static final int SAMPLE_LENGTH = 24;

  /** A host may use any number of namespaces. */
  private static final int MOST = 256;

  private record About(Kind kind, String field) {}

  private static final Comparator<About> IN_ORDER =
      Comparator.comparing(About::kind).thenComparing(About::field);

  private static final class Counted {
    private long count;
    private final TreeSet<String> samples = new TreeSet<>();
  }

  private final Map<About, Counted> counted = new TreeMap<>(IN_ORDER);

  /** Counts a value; shown is only how it looks. */
  void add(Kind kind, String field, String value) {
    Counted of = counted(kind, field);
    of.count++;
    String shape = shape(value);
    if (!shape.isEmpty()) {
      of.samples.add(shape);
    }
    if (of.samples.size() > SAMPLES) {
      // Always the same three, whatever the order of the records.
      of.samples.remove(of.samples.last());
    }
  }

  /** Adds so many at once. */
  void add(Kind kind, String field, long count) {
    if (count > 0) {
      counted(kind, field).count += count;
    }
  }

  private Counted counted(Kind kind, String field) {
    About about = new About(kind, counted.size() < MOST ? field : "other fields");
    return counted.computeIfAbsent(about, a -> new Counted());
  }

  /** Returns all, by kind and field. */
  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    counted.forEach(
        (about, of) ->
            all.add(new Finding(about.kind(), about.field(), of.count, List.copyOf(of.samples))));
    return all;
  }

  /** How a value looks, without what it says. Zeros stay: they are what is odd about 00/00/0000. */
  static String shape(String value) {
    StringBuilder shape = new StringBuilder();
    value
        .codePoints()
        .limit(SAMPLE_LENGTH)
        .forEach(c -> shape.append(Character.isLetter(c) ? 'a' : sign(c)));
    return shape.toString();
  }

  private static char sign(int c) {
    if (Character.isDigit(c)) {
      return Character.digit(c, 10) == 0 ? '0' : '9';
    }
    return c > ' ' && c < 0x7F ? (char) c : ' ';
  }
}

package io.customerhub.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Puts into words what one model has otherwise than another. */
final class ModelDiff {

  /** What is less is noise of the estimate and would bury the rest. */
  private static final double LEAST = 0.05;

  private final List<String> lines = new ArrayList<>();

  private ModelDiff() {}

  static List<String> of(MatchModel before, MatchModel after) {
    ModelDiff diff = new ModelDiff();
    diff.bits("a match takes", before.matchBits(), after.matchBits());
    diff.bits("worth looking at from", before.possibleBits(), after.possibleBits());
    for (Level level : Level.values()) {
      Evidence evidence = level.evidence();
      diff.bits(
          evidence.comparison() + ", " + evidence.level(), before.bits(level), after.bits(level));
    }
    if (before.vetoes().families() != after.vetoes().families()) {
      diff.lines.add(
          after.vetoes().families() ? "families live in the data" : "no families in the data");
    }
    diff.terms(before.terms(), after.terms());
    return List.copyOf(diff.lines);
  }

  private void bits(String what, double before, double after) {
    if (Math.abs(after - before) >= LEAST) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %.1f -> %.1f bits (%+.1f)",
              what,
              rounded(before),
              rounded(after),
              after - before));
    }
  }

  /** There is no need to tell -0.0 from 0.0. */
  private static double rounded(double bits) {
    return Math.round(bits * 10) / 10.0;
  }

  private void terms(TermFrequencies before, TermFrequencies after) {
    TreeSet<String> parts = new TreeSet<>(before.parts());
    parts.addAll(after.parts());
    for (String part : parts) {
      if (!before.sameAs(part, after)) {
        lines.add(
            String.format(
                Locale.ROOT,
                "common values of %s: %d of %d holders -> %d of %d%s",
                part,
                before.common(part),
                before.holders(part),
                after.common(part),
                after.holders(part),
                trust(before.trust(part), after.trust(part))));
      }
    }
  }

  private static String trust(double before, double after) {
    return Math.abs(before - after) < 0.005
        ? ""
        : String.format(Locale.ROOT, ", counted by %.2f -> %.2f", before, after);
  }
}

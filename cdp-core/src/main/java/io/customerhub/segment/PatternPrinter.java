package io.customerhub.segment;

import java.util.Locale;

/** Writes conditions of rhythm and of order; what {@link PatternParser} reads. */
final class PatternPrinter {

  private final Printer out;

  PatternPrinter(Printer out) {
    this.out = out;
  }

  Printer pattern(PatternCondition condition) {
    if (condition instanceof PatternCondition.FirstTime first) {
      return did(first.of()).add(" for the first time").window(first.window());
    }
    if (condition instanceof PatternCondition.Regular regular) {
      return did(regular.of())
          .add(" in at least " + regular.needed() + " of last ")
          .add(counted(regular.periods(), regular.unit().word()));
    }
    if (condition instanceof PatternCondition.Recency recency) {
      boolean event = recency.of().type() == Selection.Type.EVENT;
      return out.add(event ? "last did " : "last had ")
          .selection(recency.of())
          .add(recency.side() == PatternCondition.Side.MORE_THAN ? " more than " : " less than ")
          .add(recency.span() + " ago");
    }
    if (condition instanceof PatternCondition.Stopped stopped) {
      return out.add("stopped ")
          .selection(stopped.of())
          .add(" for " + stopped.quiet() + " after ")
          .add(Count.atLeast(stopped.times()) + " in " + stopped.before());
    }
    if (condition instanceof PatternCondition.Resumed resumed) {
      return out.add("resumed ")
          .selection(resumed.of())
          .add(" after " + resumed.gap())
          .window(resumed.window());
    }
    return condition instanceof PatternCondition.Gap gap
        ? gap(gap)
        : streak((PatternCondition.Streak) condition);
  }

  Printer sequence(SequenceCondition condition) {
    out.add("sequence ").selection(condition.steps().get(0).of());
    condition.steps().stream().skip(1).forEach(this::step);
    if (!condition.same().isEmpty()) {
      out.add(" with same ").name(condition.same());
    }
    out.add(condition.strict() ? " strictly" : "");
    if (!condition.count().equals(Count.AT_LEAST_ONCE)) {
      out.add(" " + condition.count());
    }
    return out.window(condition.window());
  }

  private void step(SequenceCondition.Step step) {
    out.add(step.negated() ? " then not " : " then ").selection(step.of());
    step.within().ifPresent(span -> out.add(" within " + span));
  }

  private Printer gap(PatternCondition.Gap gap) {
    return out.add(gap.interval().name().toLowerCase(Locale.ROOT) + " interval of ")
        .selection(gap.of())
        .add(" " + gap.op().symbol() + " " + gap.span())
        .window(gap.window());
  }

  private Printer streak(PatternCondition.Streak streak) {
    return out.add("streak of ")
        .selection(streak.of())
        .add(" at least " + counted(streak.periods(), streak.period().word()));
  }

  private Printer did(Selection of) {
    return out.add(of.type() == Selection.Type.EVENT ? "did " : "has ").selection(of);
  }

  private static String counted(int number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}

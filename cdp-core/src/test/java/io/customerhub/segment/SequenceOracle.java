package io.customerhub.segment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The meaning of sequences written down a second time: every way through the facts is tried. */
record SequenceOracle(Oracle facts, SequenceCondition sequence, Instant now) {

  boolean holds() {
    long times = facts(0).stream().filter(first -> goesOn(first, first, 0, 1)).count();
    return times >= sequence.count().min() && times <= sequence.count().max();
  }

  /** Whether all steps from one on follow a fact that the step before, {@code last}, was met by. */
  private boolean goesOn(Fact first, Fact at, int last, int next) {
    if (first.fields().get(sequence.same()) == null && !sequence.same().isEmpty()) {
      return false;
    }
    if (next == sequence.steps().size()) {
      return negated(first, at, null, last, next);
    }
    if (sequence.steps().get(next).negated()) {
      return goesOn(first, at, last, next + 1);
    }
    return facts(next).stream()
        .filter(then -> isSame(first, then) && then.time().isAfter(at.time()))
        .filter(then -> then.time().isBefore(deadline(next, at)))
        .filter(then -> negated(first, at, then, last, next))
        .filter(then -> !sequence.strict() || nothingElse(first, at, then))
        .anyMatch(then -> goesOn(first, then, next, next + 1));
  }

  /** Whether what must not happen between two steps does not; {@code then} is null for the end. */
  private boolean negated(Fact first, Fact at, Fact then, int last, int next) {
    for (int i = last + 1; i < next; i++) {
      int step = i;
      boolean limited = sequence.steps().get(i).span() != null;
      if (then == null && limited && deadline(i, at).isAfter(now)) {
        return false;
      }
      boolean met =
          facts.all(sequence.steps().get(i).of(), now).stream()
              .filter(fact -> isSame(first, fact) && fact.time().isAfter(at.time()))
              .filter(fact -> then == null || fact.time().isBefore(then.time()))
              .anyMatch(fact -> fact.time().isBefore(deadline(step, at)));
      if (met) {
        return false;
      }
    }
    return true;
  }

  private boolean nothingElse(Fact first, Fact at, Fact then) {
    return sequence.steps().stream()
        .map(step -> new Selection(step.of().type(), step.of().name(), List.of()))
        .flatMap(of -> facts.all(of, now).stream())
        .noneMatch(
            fact ->
                isSame(first, fact)
                    && fact.time().isAfter(at.time())
                    && fact.time().isBefore(then.time()));
  }

  private List<Fact> facts(int step) {
    return facts.seen(sequence.steps().get(step).of(), sequence.window(), now);
  }

  private boolean isSame(Fact a, Fact b) {
    return sequence.same().isEmpty()
        || Objects.equals(a.fields().get(sequence.same()), b.fields().get(sequence.same()));
  }

  private Instant deadline(int step, Fact at) {
    Span span = sequence.steps().get(step).span();
    return span == null
        ? Instant.MAX
        : at.time()
            .atZone(facts.zone())
            .plus(span.amount(), span.unit().chrono())
            .toInstant()
            .plusNanos(1_000);
  }
}

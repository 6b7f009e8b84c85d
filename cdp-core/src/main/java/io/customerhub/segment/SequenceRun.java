package io.customerhub.segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One look at how often a sequence was gone through. Goes from the last step to the first and keeps
 * the times from which the rest follows; of several next ones the earliest is as good as any, since
 * all limits are on how late it may be.
 */
final class SequenceRun {

  private final SequenceCondition condition;
  private final List<List<Fact>> steps;
  private final List<NavigableSet<Instant>> times = new ArrayList<>();
  private final NavigableSet<Instant> between;
  private final IntFunction<@Nullable WindowBounds> within;
  private final Instant now;

  SequenceRun(
      SequenceCondition condition,
      List<List<Fact>> steps,
      NavigableSet<Instant> between,
      IntFunction<@Nullable WindowBounds> within,
      Instant now) {
    this.condition = condition;
    this.steps = steps;
    this.between = between;
    this.within = within;
    this.now = now;
    for (List<Fact> step : steps) {
      NavigableSet<Instant> all = new TreeSet<>();
      step.forEach(fact -> all.add(fact.time()));
      times.add(all);
    }
  }

  /** Returns from how many facts of the first step the rest follows. */
  int times() {
    NavigableSet<Instant> good = new TreeSet<>();
    int next = steps.size();
    for (int step = steps.size() - 1; step >= 0; step--) {
      if (!condition.steps().get(step).negated()) {
        good = good(step, next, good);
        next = step;
      }
    }
    NavigableSet<Instant> first = good;
    return (int) steps.get(0).stream().filter(fact -> first.contains(fact.time())).count();
  }

  private NavigableSet<Instant> good(int step, int next, NavigableSet<Instant> goodNext) {
    NavigableSet<Instant> good = new TreeSet<>();
    for (Instant time : times.get(step)) {
      boolean follows =
          next == steps.size() ? nothingFollows(time, step) : follows(time, step, next, goodNext);
      if (follows) {
        good.add(time);
      }
    }
    return good;
  }

  private boolean follows(Instant time, int step, int next, NavigableSet<Instant> goodNext) {
    Instant then = goodNext.higher(time);
    if (then == null || !then.isBefore(deadline(next, time))) {
      return false;
    }
    for (int negated = step + 1; negated < next; negated++) {
      Instant met = times.get(negated).higher(time);
      if (met != null && met.isBefore(then) && met.isBefore(deadline(negated, time))) {
        return false;
      }
    }
    Instant other = condition.strict() ? between.higher(time) : null;
    return other == null || !other.isBefore(then);
  }

  /** Looks at what must not follow the last step; within a span that is certain when it is over. */
  private boolean nothingFollows(Instant time, int step) {
    for (int negated = step + 1; negated < steps.size(); negated++) {
      Instant deadline = deadline(negated, time);
      Instant met = times.get(negated).higher(time);
      boolean open = deadline.isBefore(Timeline.END) && deadline.isAfter(now);
      if (open || (met != null && met.isBefore(deadline))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the first instant that is too late for a step after a time. */
  private Instant deadline(int step, Instant time) {
    WindowBounds bounds = within.apply(step);
    Instant deadline = bounds == null ? null : bounds.leaves(time);
    return deadline == null ? Timeline.END : deadline;
  }
}

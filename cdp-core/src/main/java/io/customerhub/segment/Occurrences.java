package io.customerhub.segment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges how often something happened, and what comes of its properties. */
final class Occurrences {

  private final FactReader reader;
  private final Instant now;

  Occurrences(FactReader reader, Instant now) {
    this.reader = reader;
    this.now = now;
  }

  Evaluation evaluate(OccurrenceCondition condition) {
    Count count = condition.count();
    if (reader.isTimed(condition.of(), condition.window())) {
      Pool pool = new Pool(reader, condition.of(), condition.window(), now);
      int found = pool.at(now).size();
      return evaluation(
          condition, found, new Counted(pool, count).nextFlip(now, count.includes(found)));
    }
    if (onlyGrows(condition)) {
      return ofTheFirst(condition, count);
    }
    Optional<DayWindow> days = DayWindow.of(condition.counted(), reader, now);
    if (days.isPresent()) {
      return evaluation(condition, days.get().inside(), days.get().nextFlip(Numbers.of(count)));
    }
    Timeline timeline = reader.timeline(condition.of(), condition.window(), now);
    return evaluation(condition, timeline.inside(), timeline.nextFlip(count));
  }

  /** Whether what has entered the window never leaves it, and the store can tell what enters. */
  static boolean onlyGrows(OccurrenceCondition condition) {
    boolean grows =
        condition.window() instanceof Window.AllTime
            || condition.window() instanceof Window.Between;
    return grows
        && condition.of().type() == Selection.Type.EVENT
        && condition.of().where().isEmpty();
  }

  /** As many as decide for ever: with that many, more change nothing. */
  private Evaluation ofTheFirst(OccurrenceCondition condition, Count count) {
    int decisive =
        count.max() == Count.UNBOUNDED ? Math.max(1, count.min()) : Math.max(1, count.max() + 1);
    Timeline first = reader.timeline(condition.of(), condition.window(), now, decisive);
    int found = first.inside();
    String detail = found + (found == decisive ? " or more" : "") + " events, needed " + count;
    return Evaluation.leaf(condition, count.includes(found), detail, first.nextFlip(count));
  }

  Evaluation evaluate(AggregateCondition condition) {
    return evaluate(condition, condition.calculation(), condition.test());
  }

  /** Tests what a calculation gives, for a condition that may put it otherwise. */
  Evaluation evaluate(Condition condition, Calculation calculation, ValueTest test) {
    if (reader.isTimed(calculation.of(), calculation.window()) || reader.judge().isTimed(test)) {
      return slowly(condition, calculation, test);
    }
    Optional<DayWindow> days =
        Literals.comparesNumbers(test) ? DayWindow.of(calculation, reader, now) : Optional.empty();
    if (days.isPresent()) {
      return ofDays(condition, calculation, days.get(), Numbers.of(test));
    }
    Timeline timeline = reader.timeline(calculation.of(), calculation.window(), now);
    Measure measure = Measure.of(calculation, reader);
    timeline.fill(measure::add);
    boolean result = measure.passes(test, now);
    String detail = detail(calculation, timeline.inside(), measure);
    return Evaluation.leaf(condition, result, detail, timeline.nextFlip(Tally.of(measure, test)));
  }

  private static Evaluation ofDays(
      Condition condition, Calculation calculation, DayWindow days, Numbers passing) {
    return Evaluation.leaf(
        condition,
        passing.includes(days.value()),
        days.inside() + things(calculation.of()) + ", " + days.values() + " values",
        days.nextFlip(passing));
  }

  private Evaluation slowly(Condition condition, Calculation calculation, ValueTest test) {
    Calculator calculator = new Calculator(calculation, reader, now);
    Measure measure = calculator.measure(now);
    boolean result = measure.passes(test, now);
    String detail = detail(calculation, calculator.facts(now), measure);
    Course course = new Aggregated(calculator, test);
    return Evaluation.leaf(condition, result, detail, course.nextFlip(now, result));
  }

  private static Evaluation evaluation(
      OccurrenceCondition condition, int found, @Nullable Instant next) {
    return Evaluation.leaf(
        condition,
        condition.count().includes(found),
        found + things(condition.of()) + ", needed " + condition.count(),
        next);
  }

  private static String detail(Calculation calculation, int found, Measure measure) {
    return found + things(calculation.of()) + ", " + measure.values() + " values";
  }

  static String things(Selection of) {
    return of.type() == Selection.Type.EVENT ? " events" : " records";
  }

  /** A number of facts that come and go for reasons that differ. */
  private record Counted(Pool pool, Count count) implements Course {

    @Override
    public boolean holds(Instant at) {
      return count.includes(pool.at(at).size());
    }

    @Override
    public @Nullable Instant after(Instant at) {
      return pool.after(at);
    }
  }

  private record Aggregated(Calculator calculator, ValueTest test) implements Course {

    @Override
    public boolean holds(Instant at) {
      return calculator.measure(at).passes(test, at);
    }

    @Override
    public @Nullable Instant after(Instant at) {
      return Course.earlier(calculator.after(at), calculator.measure(at).changes(test, at));
    }
  }
}

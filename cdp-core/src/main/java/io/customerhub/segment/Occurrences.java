package io.customerhub.segment;

import java.time.Instant;
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
    if (isTimed(condition.of(), condition.window())) {
      Pool pool = new Pool(reader, condition.of(), condition.window(), now);
      int found = pool.at(now).size();
      return evaluation(
          condition, found, new Counted(pool, count).nextFlip(now, count.includes(found)));
    }
    Timeline timeline = timeline(condition.of(), condition.window());
    return evaluation(condition, timeline.inside(), timeline.nextFlip(count));
  }

  Evaluation evaluate(AggregateCondition condition) {
    if (isTimed(condition.of(), condition.window()) || TestTree.isTimed(condition.test())) {
      return slowly(condition);
    }
    Timeline timeline = timeline(condition.of(), condition.window());
    Tally tally = Tally.of(condition, reader);
    timeline.fill(tally);
    boolean result = tally.holds(now);
    String detail = detail(condition, timeline.inside(), tally);
    return Evaluation.leaf(condition, result, detail, timeline.nextFlip(tally));
  }

  private Evaluation slowly(AggregateCondition condition) {
    Pool pool = new Pool(reader, condition.of(), condition.window(), now);
    Aggregated course = new Aggregated(pool, condition, reader);
    Tally tally = course.tally(now);
    boolean result = tally.holds(now);
    String detail = detail(condition, pool.at(now).size(), tally);
    return Evaluation.leaf(condition, result, detail, course.nextFlip(now, result));
  }

  private Timeline timeline(Selection of, Window window) {
    WindowBounds bounds = reader.bounds(window);
    return new Timeline(reader.read(of, bounds.start(now), bounds.end()), bounds, now);
  }

  private static boolean isTimed(Selection of, Window window) {
    return window instanceof Window.Since || TestTree.isTimed(of.where());
  }

  private static Evaluation evaluation(
      OccurrenceCondition condition, int found, @Nullable Instant next) {
    return Evaluation.leaf(
        condition,
        condition.count().includes(found),
        found + things(condition.of()) + ", needed " + condition.count(),
        next);
  }

  private static String detail(AggregateCondition condition, int found, Tally tally) {
    return found + things(condition.of()) + ", " + tally.values() + " values";
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

  private record Aggregated(Pool pool, AggregateCondition condition, FactReader reader)
      implements Course {

    Tally tally(Instant at) {
      Tally tally = Tally.of(condition, reader);
      pool.at(at).forEach(tally::add);
      return tally;
    }

    @Override
    public boolean holds(Instant at) {
      return tally(at).holds(at);
    }

    @Override
    public @Nullable Instant after(Instant at) {
      return Course.earlier(pool.after(at), tally(at).changes(at));
    }
  }
}

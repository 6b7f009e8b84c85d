package io.customerhub.segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How often a sequence was gone through, as time passes. */
final class Sequences implements Course {

  private final SequenceCondition condition;
  private final FactReader reader;
  private final List<Pool> pools = new ArrayList<>();
  private final List<Pool> others = new ArrayList<>();

  Sequences(SequenceCondition condition, FactReader reader, Instant now) {
    this.condition = condition;
    this.reader = reader;
    Window window = condition.window();
    Instant from = reader.bounds(window).start(now);
    Set<Selection> named = new LinkedHashSet<>();
    for (SequenceCondition.Step step : condition.steps()) {
      pools.add(
          step.negated()
              ? Pool.since(reader, step.of(), from, now)
              : new Pool(reader, step.of(), window, now));
      named.add(new Selection(step.of().type(), step.of().name(), List.of()));
    }
    if (condition.strict()) {
      named.forEach(all -> others.add(Pool.since(reader, all, from, now)));
    }
  }

  static Evaluation evaluate(SequenceCondition condition, FactReader reader, Instant now) {
    Sequences course = new Sequences(condition, reader, now);
    int times = course.times(now);
    boolean result = condition.count().includes(times);
    String detail = times + " times, needed " + condition.count();
    return Evaluation.leaf(condition, result, detail, course.nextFlip(now, result));
  }

  @Override
  public boolean holds(Instant now) {
    return condition.count().includes(times(now));
  }

  @Override
  public @Nullable Instant after(Instant now) {
    Instant next = null;
    for (Pool pool : pools) {
      next = Course.earlier(next, pool.after(now));
    }
    int last = lastStep();
    for (int i = last + 1; i < pools.size(); i++) {
      next = Course.earlier(next, over(i, pools.get(last).at(now), now));
    }
    return next;
  }

  /** Returns when the next span is over in which something must not follow the last step. */
  private @Nullable Instant over(int negated, List<Fact> last, Instant now) {
    WindowBounds bounds = within(negated);
    if (bounds == null) {
      return null;
    }
    int open = Pool.first(last, fact -> isAfter(bounds.leaves(fact.time()), now));
    return open < last.size() ? bounds.leaves(last.get(open).time()) : null;
  }

  private int times(Instant now) {
    List<List<Fact>> steps = pools.stream().map(pool -> pool.at(now)).toList();
    List<Fact> between = others.stream().flatMap(pool -> pool.at(now).stream()).toList();
    if (condition.same().isEmpty()) {
      return run(steps, between, now).times();
    }
    List<Map<Object, List<Fact>>> grouped = steps.stream().map(this::byValue).toList();
    Map<Object, List<Fact>> groupedBetween = byValue(between);
    int times = 0;
    for (Object value : grouped.get(0).keySet()) {
      List<List<Fact>> own =
          grouped.stream().map(group -> group.getOrDefault(value, List.of())).toList();
      times += run(own, groupedBetween.getOrDefault(value, List.of()), now).times();
    }
    return times;
  }

  private SequenceRun run(List<List<Fact>> steps, List<Fact> between, Instant now) {
    TreeSet<Instant> times = new TreeSet<>();
    between.forEach(fact -> times.add(fact.time()));
    return new SequenceRun(condition, steps, times, this::within, now);
  }

  private Map<Object, List<Fact>> byValue(List<Fact> facts) {
    Map<Object, List<Fact>> groups = new HashMap<>();
    for (Fact fact : facts) {
      Object value = fact.fields().get(condition.same());
      if (value != null) {
        groups.computeIfAbsent(Comparison.key(value), key -> new ArrayList<>()).add(fact);
      }
    }
    return groups;
  }

  private int lastStep() {
    int last = pools.size() - 1;
    while (condition.steps().get(last).negated()) {
      last--;
    }
    return last;
  }

  private @Nullable WindowBounds within(int step) {
    Span span = condition.steps().get(step).span();
    return span == null ? null : reader.bounds(new Window.Last(span));
  }

  private static boolean isAfter(@Nullable Instant at, Instant now) {
    return at != null && at.isAfter(now);
  }
}

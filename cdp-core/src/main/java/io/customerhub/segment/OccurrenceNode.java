package io.customerhub.segment;

import io.customerhub.event.Event;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** How often something happened in a window that only time moves. Immutable. */
final class OccurrenceNode implements Node {

  private final OccurrenceCondition condition;
  private final String event;
  private final FieldCheck[] where;
  private final WindowBounds bounds;
  private final Count count;
  private final int decisive;
  private final boolean onlyGrows;
  private final boolean rolls;

  OccurrenceNode(OccurrenceCondition condition, ZoneId zone) {
    this.condition = condition;
    this.event = condition.of().name();
    this.where =
        condition.of().where().stream()
            .map(one -> new FieldCheck(one.property(), ValueCheck.of(one.test())))
            .toArray(FieldCheck[]::new);
    this.bounds = WindowBounds.of(condition.window(), zone);
    this.count = condition.count();
    this.decisive = count.max() == Count.UNBOUNDED ? count.min() : count.max() + 1;
    this.onlyGrows = Occurrences.onlyGrows(condition);
    this.rolls = !onlyGrows && DayWindow.takes(condition.counted());
  }

  /** Returns whether it is one of those that are prepared. */
  static boolean takes(OccurrenceCondition condition) {
    return condition.of().type() == Selection.Type.EVENT
        && !(condition.window() instanceof Window.Since)
        && condition.of().where().stream().allMatch(one -> NodeCompiler.isSteady(one.test()));
  }

  @Override
  public boolean holds(Look look) {
    if (isSummedUp(look)) {
      return judge(look).result();
    }
    int found = 0;
    Instant start = bounds.start(look.now());
    List<Event> events = look.facts().events(event, start, bounds.end());
    for (int i = 0; i < events.size() && found < decisive; i++) {
      Event one = events.get(i);
      if (bounds.enters(one.time()).isAfter(look.now())) {
        break;
      }
      found += passes(one, look) ? 1 : 0;
    }
    return count.includes(found);
  }

  @Override
  public Outcome judge(Look look) {
    if (isSummedUp(look)) {
      return Outcome.of(look.evaluator().evaluate(condition));
    }
    Instant start = bounds.start(look.now());
    List<Fact> facts = new ArrayList<>();
    for (Event one : look.facts().events(event, start, bounds.end())) {
      if (passes(one, look)) {
        facts.add(new Fact(one.time(), one.properties()));
      }
    }
    Timeline timeline = new Timeline(facts, 0, bounds, look.now());
    return Outcome.of(count.includes(timeline.inside()), timeline.nextFlip(count));
  }

  /** Whether the evaluator need not read all. */
  private boolean isSummedUp(Look look) {
    return onlyGrows || (rolls && look.facts().days(condition.of(), "").isPresent());
  }

  private boolean passes(Event one, Look look) {
    for (FieldCheck check : where) {
      if (!check.check().passes(one.properties().get(check.property()), look)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isCheap() {
    return false;
  }

  /** A test of a property. */
  private record FieldCheck(String property, ValueCheck check) {}
}

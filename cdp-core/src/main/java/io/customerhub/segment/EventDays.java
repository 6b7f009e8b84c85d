package io.customerhub.segment;

import io.customerhub.event.Event;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many events of a selection somebody has on each day of UTC, and what the numbers of one
 * property of theirs come to: all that counts and sums have to know of a long history. Which events
 * belong to it does not depend on the time. Holds personal data, which {@link #toString()} does not
 * show. Immutable.
 */
public final class EventDays {

  private static final long DAY = 86_400;

  private final Selection of;
  private final String property;
  private final NavigableMap<Long, EventDay> days;

  private EventDays(Selection of, String property, NavigableMap<Long, EventDay> days) {
    this.of = of;
    this.property = property;
    this.days = days;
  }

  /**
   * Returns that there is no event.
   *
   * @param of a selection of events
   * @param property what is summed up; empty for nothing
   */
  public static EventDays none(Selection of, String property) {
    return new EventDays(of, property, Collections.emptyNavigableMap());
  }

  /** Returns this with more events, as far as they are of the selection. */
  public EventDays and(List<Event> events) {
    NavigableMap<Long, EventDay> more = new TreeMap<>(days);
    events.stream().filter(this::selects).forEach(event -> add(more, event));
    return new EventDays(of, property, more);
  }

  /** Returns the sum of this and what another member of the same profile did. */
  public EventDays and(EventDays other) {
    NavigableMap<Long, EventDay> both = new TreeMap<>(days);
    other.days.forEach((day, more) -> both.merge(day, more, EventDay::and));
    return new EventDays(of, property, both);
  }

  /** Returns on how many days there are events. */
  public int size() {
    return days.size();
  }

  private void add(NavigableMap<Long, EventDay> to, Event event) {
    Object value = property.isEmpty() ? null : event.properties().get(property);
    to.merge(floor(event.time()), EventDay.of(value), EventDay::and);
  }

  private boolean selects(Event event) {
    return event.name().equals(of.name())
        && of.where().stream()
            .allMatch(one -> passes(one.test(), event.properties().get(one.property())));
  }

  private static boolean passes(ValueTest test, @Nullable Object value) {
    return test instanceof ValueTest.Not not
        ? !passes(not.test(), value)
        : value != null && Comparison.holds(test, value);
  }

  /** Returns whether the tests of a selection are such that its events can be summed up. */
  static boolean takes(Selection of) {
    return of.type() == Selection.Type.EVENT
        && of.where().stream()
            .flatMap(one -> TestTree.all(one.test()))
            .allMatch(EventDays::isPlain);
  }

  /** Whether a test looks at a value only, and at no zone. */
  private static boolean isPlain(ValueTest test) {
    return !(test instanceof DateTest
        || test instanceof CompareTrait
        || test instanceof GeoTest
        || test instanceof ListTest);
  }

  /** Returns the days that lie between two instants as a whole. */
  NavigableMap<Long, EventDay> between(Instant from, Instant to) {
    return days.subMap(ceiling(from), true, floor(to), false);
  }

  static Instant start(long day) {
    return Instant.ofEpochSecond(day * DAY);
  }

  static long floor(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), DAY);
  }

  static long ceiling(Instant at) {
    long day = floor(at);
    return start(day).equals(at) ? day : day + 1;
  }

  /** Returns on how many days there are events. */
  @Override
  public String toString() {
    return "EventDays[" + days.size() + " days]";
  }
}

package io.customerhub.segment;

import io.customerhub.event.Event;
import java.time.Instant;
import java.util.Arrays;
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

  /** In ascending order. */
  private final long[] days;

  private final EventDay[] sums;

  private EventDays(Selection of, String property, long[] days, EventDay[] sums) {
    this.of = of;
    this.property = property;
    this.days = days;
    this.sums = sums;
  }

  /**
   * Returns that there is no event.
   *
   * @param of a selection of events
   * @param property what is summed up; empty for nothing
   */
  public static EventDays none(Selection of, String property) {
    return new EventDays(of, property, new long[0], new EventDay[0]);
  }

  /** Returns this with more events, as far as they are of the selection. */
  public EventDays and(List<Event> events) {
    NavigableMap<Long, EventDay> more = new TreeMap<>();
    events.stream().filter(this::selects).forEach(event -> add(more, event));
    return more.isEmpty() ? this : merged(of(more));
  }

  /** Returns the sum of this and what another member of the same profile did. */
  public EventDays and(EventDays other) {
    return merged(other);
  }

  /** Returns on how many days there are events. */
  public int size() {
    return days.length;
  }

  private EventDays of(NavigableMap<Long, EventDay> map) {
    long[] keys = map.keySet().stream().mapToLong(Long::longValue).toArray();
    return new EventDays(of, property, keys, map.values().toArray(EventDay[]::new));
  }

  /** Most often the other one is a single day, the last one. */
  private EventDays merged(EventDays other) {
    long[] keys = new long[days.length + other.days.length];
    EventDay[] both = new EventDay[keys.length];
    int size = 0;
    int mine = 0;
    for (int theirs = 0; theirs < other.days.length; theirs++) {
      long day = other.days[theirs];
      int upTo = index(day);
      System.arraycopy(days, mine, keys, size, upTo - mine);
      System.arraycopy(sums, mine, both, size, upTo - mine);
      size += upTo - mine;
      boolean isKnown = upTo < days.length && days[upTo] == day;
      keys[size] = day;
      both[size++] = isKnown ? sums[upTo].and(other.sums[theirs]) : other.sums[theirs];
      mine = isKnown ? upTo + 1 : upTo;
    }
    System.arraycopy(days, mine, keys, size, days.length - mine);
    System.arraycopy(sums, mine, both, size, days.length - mine);
    size += days.length - mine;
    return new EventDays(of, property, Arrays.copyOf(keys, size), Arrays.copyOf(both, size));
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

  /** Returns the index of the first day that is none of those before an instant, as a whole. */
  int from(Instant at) {
    return index(ceiling(at));
  }

  /** Returns the index behind the last day that is over at an instant. */
  int to(Instant at) {
    return index(floor(at));
  }

  long day(int index) {
    return days[index];
  }

  EventDay sum(int index) {
    return sums[index];
  }

  private int index(long day) {
    int found = Arrays.binarySearch(days, day);
    return found < 0 ? -found - 1 : found;
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
    return "EventDays[" + days.length + " days]";
  }
}

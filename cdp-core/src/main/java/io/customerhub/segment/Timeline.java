package io.customerhub.segment;

import io.customerhub.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the events in a window change as time goes on and nothing else happens: an event enters in
 * the microsecond after its time and leaves when the start of the window has passed it.
 */
final class Timeline {

  /** The first instant looked at. */
  static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

  /** The first instant not looked at. */
  static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private final List<Event> events;
  private final WindowBounds bounds;

  /** Index of the first event that has not entered yet. */
  private final int inside;

  /** Takes the events from the start of the window at {@code now} on, oldest first. */
  Timeline(List<Event> events, WindowBounds bounds, Instant now) {
    this.events = events;
    this.bounds = bounds;
    int past = events.size();
    while (past > 0 && !events.get(past - 1).time().isBefore(now)) {
      past--;
    }
    this.inside = past;
  }

  /** Returns how many events are in the window. */
  int inside() {
    return inside;
  }

  void fill(Tally tally) {
    events.subList(0, inside).forEach(tally::add);
  }

  /** Returns when the number of events next gets into or out of a range; null if never. */
  @Nullable Instant nextFlip(Count count) {
    return inside < events.size()
        ? nextFlip(Tally.of(count, inside))
        : known(nextFlipOfLeaving(count));
  }

  /** Returns when a tally that was filled next changes whether it holds; null if never. */
  @Nullable Instant nextFlip(Tally tally) {
    boolean before = tally.holds();
    int entering = inside;
    int leaving = 0;
    Instant at = earliest(entersAt(entering), leavesAt(leaving, entering));
    while (at != null) {
      for (; at.equals(entersAt(entering)); entering++) {
        tally.add(events.get(entering));
      }
      for (; at.equals(leavesAt(leaving, entering)); leaving++) {
        tally.remove(events.get(leaving));
      }
      if (tally.holds() != before) {
        return known(at);
      }
      at = earliest(entersAt(entering), leavesAt(leaving, entering));
    }
    return null;
  }

  /** With no event to come the number only falls, so most events need not be looked at. */
  private @Nullable Instant nextFlipOfLeaving(Count count) {
    if (inside < count.min()) {
      return null;
    }
    int next = inside <= count.max() ? inside - count.min() : inside - count.max() - 1;
    Instant at = leavesAt(next, inside);
    if (at == null || count.includes(inside)) {
      return at;
    }
    int left = next;
    while (at.equals(leavesAt(left, inside))) {
      left++;
    }
    return count.includes(inside - left) ? at : null;
  }

  private @Nullable Instant entersAt(int index) {
    return index < events.size() ? events.get(index).time().plus(1, ChronoUnit.MICROS) : null;
  }

  private @Nullable Instant leavesAt(int index, int entered) {
    return index < entered ? bounds.leaves(events.get(index).time()) : null;
  }

  private static @Nullable Instant earliest(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  private static @Nullable Instant known(@Nullable Instant at) {
    return at == null || !at.isBefore(END) ? null : at;
  }
}

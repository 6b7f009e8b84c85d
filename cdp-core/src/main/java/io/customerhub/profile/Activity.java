package io.customerhub.profile;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many events, and over which span of event time.
 *
 * @param events how many
 * @param first the earliest event's time, null if there is none
 * @param last the latest event's time, null if there is none
 * @param removed how many of the events were removed from the log, and are known as summaries only
 */
public record Activity(long events, @Nullable Instant first, @Nullable Instant last, long removed) {

  /** No events. */
  public static final Activity NONE = new Activity(0, null, null);

  /** Creates the activity of events that are all in the log. */
  public Activity(long events, @Nullable Instant first, @Nullable Instant last) {
    this(events, first, last, 0);
  }

  /** Returns this with one more event. */
  public Activity and(Instant time) {
    return and(new Activity(1, time, time));
  }

  /** Returns the sum of two disjoint activities; commutative and associative. */
  public Activity and(Activity other) {
    if (events == 0) {
      return other;
    }
    if (other.events == 0) {
      return this;
    }
    return new Activity(
        events + other.events,
        min(first, other.first),
        max(last, other.last),
        removed + other.removed);
  }

  /** Returns this with so many of the events removed from the log. */
  public Activity withRemoved(long count) {
    return new Activity(events, first, last, count);
  }

  /** Returns the earliest event's time, or empty if there is none. */
  public Optional<Instant> firstSeen() {
    return Optional.ofNullable(first);
  }

  /** Returns the latest event's time, or empty if there is none. */
  public Optional<Instant> lastSeen() {
    return Optional.ofNullable(last);
  }

  private static @Nullable Instant min(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  private static @Nullable Instant max(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }
}

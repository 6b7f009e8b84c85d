package io.customerhub.spi;

import io.customerhub.event.Event;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events to read: those of members, {@code from <= time < to}, of a name if one is given.
 *
 * @param members the members they were born under
 * @param name the event's name; null for all
 * @param from the earliest time
 * @param to the time before which
 * @param newestFirst true for descending, false for ascending order of (time, source, messageId)
 * @param limit the most events to return, at least 1
 */
public record EventQuery(
    Set<ProfileId> members,
    @Nullable String name,
    Instant from,
    Instant to,
    boolean newestFirst,
    int limit) {

  private static final Comparator<Event> OLDEST_FIRST =
      Comparator.comparing(Event::time)
          .thenComparing(Event::source)
          .thenComparing(Event::messageId);

  /** The earliest time that an event can have. */
  public static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");

  /** A time later than that of any event. */
  public static final Instant MAX = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if the limit is below 1
   */
  public EventQuery {
    members = Set.copyOf(members);
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (limit < 1) {
      throw new IllegalArgumentException("limit: " + limit + ", expected at least 1");
    }
  }

  /**
   * Returns those of some events that this asks for, in its order; for a store that has all events
   * of the members at hand.
   */
  public List<StoredEvent> of(Collection<StoredEvent> events) {
    Comparator<StoredEvent> order = Comparator.comparing(StoredEvent::event, OLDEST_FIRST);
    return events.stream()
        .filter(this::asksFor)
        .sorted(newestFirst ? order.reversed() : order)
        .limit(limit)
        .toList();
  }

  private boolean asksFor(StoredEvent stored) {
    Instant time = stored.event().time();
    return stored.about().filter(members::contains).isPresent()
        && (name == null || name.equals(stored.event().name()))
        && !time.isBefore(from)
        && time.isBefore(to);
  }

  /** Returns the name looked for, or empty for all. */
  public Optional<String> named() {
    return Optional.ofNullable(name);
  }
}

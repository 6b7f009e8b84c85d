package io.customerhub.engine;

import io.customerhub.event.ConsentBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long events are kept one by one. Immutable; each method returns a new policy.
 *
 * <pre>{@code
 * RetentionPolicy.forever()
 *     .keep("Page Viewed", Duration.ofDays(90))
 *     .keepOthers(Duration.ofDays(3 * 365))
 *     .keepForever("Order Completed")
 * }</pre>
 *
 * <p>Consents are kept for ever whatever a policy says: the proof of a consent is its event.
 */
public final class RetentionPolicy {

  private static final RetentionPolicy FOREVER = new RetentionPolicy(null, Map.of());

  private final @Nullable Duration others;
  private final Map<String, Optional<Duration>> byName;

  private RetentionPolicy(@Nullable Duration others, Map<String, Optional<Duration>> byName) {
    this.others = others;
    this.byName = byName;
  }

  /** Returns the policy that removes nothing. */
  public static RetentionPolicy forever() {
    return FOREVER;
  }

  /**
   * Returns a copy that keeps the events of a name for a span, by the time they happened.
   *
   * @throws IllegalArgumentException if the span is negative, or the name is that of consents
   */
  public RetentionPolicy keep(String event, Duration span) {
    return with(event, Optional.of(checked(span)));
  }

  /** Returns a copy that keeps the events of a name for ever. */
  public RetentionPolicy keepForever(String event) {
    return with(event, Optional.empty());
  }

  /**
   * Returns a copy that keeps the events of all names that have no span of their own for a span.
   *
   * @throws IllegalArgumentException if the span is negative
   */
  public RetentionPolicy keepOthers(Duration span) {
    return new RetentionPolicy(checked(span), byName);
  }

  /** Returns the instant before which no event at all is certain to be kept. */
  Optional<Instant> newest(Instant now) {
    return Stream.concat(
            Stream.ofNullable(others), byName.values().stream().flatMap(Optional::stream))
        .map(now::minus)
        .max(Instant::compareTo);
  }

  boolean removes(String event, Instant time, Instant now) {
    return !event.equals(ConsentBuilder.EVENT_NAME)
        && byName.getOrDefault(event, Optional.ofNullable(others)).stream()
            .anyMatch(span -> time.isBefore(now.minus(span)));
  }

  private RetentionPolicy with(String event, Optional<Duration> span) {
    Objects.requireNonNull(event, "event");
    if (event.equals(ConsentBuilder.EVENT_NAME)) {
      throw new IllegalArgumentException("event: consents are kept for ever");
    }
    Map<String, Optional<Duration>> more = new TreeMap<>(byName);
    more.put(event, span);
    return new RetentionPolicy(others, more);
  }

  private static Duration checked(Duration span) {
    if (span.isNegative()) {
      throw new IllegalArgumentException("span: " + span + ", expected none or more");
    }
    return span;
  }

  /** Returns the spans. */
  @Override
  public String toString() {
    return "RetentionPolicy[" + byName + ", others " + (others == null ? "for ever" : others) + "]";
  }
}

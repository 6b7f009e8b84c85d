package io.customerhub.destination;

import io.customerhub.spi.Destination;
import io.customerhub.spi.NewsKind;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a destination is told, and under which conditions. Immutable; thread-safe.
 *
 * <pre>{@code
 * Subscription.to("newsletter", WebhookDestination.builder(uri).secret(secret).build())
 *     .kinds(NewsKind.SEGMENT_ENTERED, NewsKind.SEGMENT_LEFT)
 *     .segments("loyal")
 *     .requiresConsent("email.marketing", "email")
 *     .atMost(3, Duration.ofDays(1))
 *     .traits("name").identifiers("email")
 *     .build()
 * }</pre>
 */
public final class Subscription {

  private final String name;
  private final Destination destination;
  private final Set<NewsKind> kinds;
  private final SortedSet<String> segments;
  private final @Nullable Purpose purpose;
  private final @Nullable Cap cap;
  private final SortedSet<String> traits;
  private final SortedSet<String> identifiers;
  private final boolean eventContent;
  private final RetryPolicy retry;
  private final int threads;

  Subscription(SubscriptionBuilder parts) {
    this.name = parts.name;
    this.destination = parts.destination;
    this.kinds = parts.kinds == null ? EnumSet.allOf(NewsKind.class) : EnumSet.copyOf(parts.kinds);
    this.kinds.add(NewsKind.PROFILE_ERASED);
    this.segments = sorted(parts.segments);
    this.purpose = parts.purpose;
    this.cap = parts.cap;
    this.traits = sorted(parts.traits);
    this.identifiers = sorted(parts.identifiers);
    this.eventContent = parts.eventContent;
    this.retry = parts.retry == null ? RetryPolicy.defaults() : parts.retry;
    this.threads = parts.threads == null ? 1 : parts.threads;
  }

  /** For what, and by which channel, a person's consent is required; all channels if empty. */
  record Purpose(String purpose, String channel) {}

  /** How often a person may be the subject of news in a stretch of time. */
  record Cap(int times, Duration per) {}

  /**
   * Starts a subscription.
   *
   * @param name names the destination in the outbox, for ever: 1 to 64 lower-case letters, digits,
   *     dots, dashes or underscores, a letter or digit first
   * @param destination closed with the hub
   * @throws IllegalArgumentException if the name is not of that form
   */
  public static SubscriptionBuilder to(String name, Destination destination) {
    return new SubscriptionBuilder(name, destination);
  }

  /** Returns the destination's name. */
  public String name() {
    return name;
  }

  /** Returns whether it is told news of a kind; always true of {@link NewsKind#PROFILE_ERASED}. */
  public boolean wants(NewsKind kind) {
    return kinds.contains(kind);
  }

  boolean wants(News news) {
    String segment = news.details().get(News.SEGMENT);
    return wants(news.kind())
        && (segment == null || segments.isEmpty() || segments.contains(segment));
  }

  Destination destination() {
    return destination;
  }

  Optional<Purpose> purpose() {
    return Optional.ofNullable(purpose);
  }

  Optional<Cap> cap() {
    return Optional.ofNullable(cap);
  }

  SortedSet<String> traits() {
    return traits;
  }

  SortedSet<String> identifiers() {
    return identifiers;
  }

  /** Returns whether any value of a person is told. */
  boolean showsPeople() {
    return !traits.isEmpty() || !identifiers.isEmpty();
  }

  boolean hasEventContent() {
    return eventContent;
  }

  RetryPolicy retry() {
    return retry;
  }

  int threads() {
    return threads;
  }

  /** Returns the name and the kinds of news. */
  @Override
  public String toString() {
    return "Subscription[" + name + " to " + kinds + "]";
  }

  private static SortedSet<String> sorted(@Nullable Set<String> names) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(names == null ? Set.of() : names));
  }
}

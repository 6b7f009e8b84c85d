package io.customerhub.destination;

import io.customerhub.event.Limits;
import io.customerhub.spi.Destination;
import io.customerhub.spi.NewsKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what a destination is told. Setting anything twice is an error. Not thread-safe. */
public final class SubscriptionBuilder {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final int MOST_NAMES = 1_000;
  private static final int MOST_THREADS = 64;
  private static final Duration LONGEST_CAP = Duration.ofDays(400);

  final String name;
  final Destination destination;
  @Nullable Set<NewsKind> kinds;
  @Nullable Set<String> segments;
  Subscription.@Nullable Purpose purpose;
  Subscription.@Nullable Cap cap;
  @Nullable Set<String> traits;
  @Nullable Set<String> identifiers;
  boolean eventContent;
  @Nullable RetryPolicy retry;
  @Nullable Integer threads;

  SubscriptionBuilder(String name, Destination destination) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name: expected 1 to 64 lower-case letters, digits, dots, dashes or underscores");
    }
    this.name = name;
    this.destination = Objects.requireNonNull(destination, "destination");
  }

  /**
   * Sets the kinds of news that are told; all if not set. That somebody was erased is told always:
   * whoever was told of a person has to hear that.
   */
  public SubscriptionBuilder kinds(NewsKind... kinds) {
    Set<NewsKind> given = EnumSet.noneOf(NewsKind.class);
    given.addAll(List.of(kinds));
    this.kinds = once("kinds", this.kinds, given);
    return this;
  }

  /** Sets of which segments entering and leaving are told, up to 1,000; of all if not set. */
  public SubscriptionBuilder segments(String... names) {
    this.segments = once("segments", segments, names("segments", names));
    return this;
  }

  /** Requires that the person allows a purpose by all channels; see {@link #requiresConsent}. */
  public SubscriptionBuilder requiresConsent(String purpose) {
    return requiresConsent(purpose, "");
  }

  /**
   * Requires that the person allows a purpose by a channel, as of the moment of delivery: what is
   * queued when consent is withdrawn is not told, and becomes a dead letter that says so. News that
   * is a removal ({@link NewsKind#isRemoval}) is told nonetheless, with ids only. Nothing is
   * required if not set.
   */
  public SubscriptionBuilder requiresConsent(String purpose, String channel) {
    Objects.requireNonNull(channel, "channel");
    if (purpose.isBlank()) {
      throw new IllegalArgumentException("purpose: expected not blank");
    }
    this.purpose =
        once("requiresConsent", this.purpose, new Subscription.Purpose(purpose, channel));
    return this;
  }

  /**
   * Sets a frequency cap: of one person at most so many pieces of news are told in any stretch of
   * time. What is over becomes a dead letter that says so; removals neither count nor stop. No cap
   * if not set.
   *
   * @param times 1 to 1,000
   * @param per 1 ms to 400 days
   */
  public SubscriptionBuilder atMost(int times, Duration per) {
    if (times < 1 || times > 1_000) {
      throw new IllegalArgumentException("times: " + times + ", expected 1 to 1000");
    }
    if (per.toMillis() < 1 || per.compareTo(LONGEST_CAP) > 0) {
      throw new IllegalArgumentException("per: " + per + ", expected 1 ms to 400 days");
    }
    this.cap = once("atMost", this.cap, new Subscription.Cap(times, per));
    return this;
  }

  /**
   * Sets which shown traits go with each news, as they are when it is delivered; none if not set.
   */
  public SubscriptionBuilder traits(String... names) {
    this.traits = once("traits", traits, names("traits", names));
    return this;
  }

  /**
   * Sets the namespaces of the identifiers that go with each news, such as {@code email}; none if
   * not set.
   */
  public SubscriptionBuilder identifiers(String... namespaces) {
    this.identifiers = once("identifiers", identifiers, names("identifiers", namespaces));
    return this;
  }

  /** Lets the properties of an accepted event go with the news of it; they do not if not set. */
  public SubscriptionBuilder eventContent() {
    this.eventContent = true;
    return this;
  }

  /** Sets when failed deliveries are tried again; {@link RetryPolicy#defaults()} if not set. */
  public SubscriptionBuilder retry(RetryPolicy policy) {
    this.retry = once("retry", this.retry, policy);
    return this;
  }

  /**
   * Sets how many deliveries each process makes at a time when it delivers in the background, 1 to
   * 64; 1 if not set. Of one person it is never more than one.
   */
  public SubscriptionBuilder threads(int count) {
    if (count < 1 || count > MOST_THREADS) {
      throw new IllegalArgumentException("threads: " + count + ", expected 1 to 64");
    }
    this.threads = once("threads", this.threads, count);
    return this;
  }

  /** Returns the subscription. */
  public Subscription build() {
    return new Subscription(this);
  }

  private static Set<String> names(String what, String... names) {
    Set<String> all = new TreeSet<>(List.of(names));
    if (all.size() > MOST_NAMES || all.stream().anyMatch(n -> n.length() > Limits.NAME_LENGTH)) {
      throw new IllegalArgumentException(
          what + ": expected up to 1,000 names of up to " + Limits.NAME_LENGTH + " characters");
    }
    return all;
  }

  private static <T> T once(String name, @Nullable T set, T value) {
    if (set != null) {
      throw new IllegalStateException(name + " is set already");
    }
    return Objects.requireNonNull(value, name);
  }
}

package io.customerhub.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a delivery. Reasons are shown to operators: no personal data. */
public sealed interface DeliveryResult {

  /** Longest reason; what is longer is cut. */
  int REASON_LENGTH = 200;

  /** It is done. */
  record Delivered() implements DeliveryResult {}

  /**
   * It may work later.
   *
   * @param reason such as {@code http 503}
   * @param after how long the receiver wants to be left alone at least; null if it did not say.
   *     Bounded by the subscription's longest delay
   */
  record Retry(String reason, @Nullable Duration after) implements DeliveryResult {

    /** Cuts the reason. */
    public Retry {
      reason = cut(reason);
    }

    /** Returns how long the receiver wants to be left alone at least. */
    public Optional<Duration> delay() {
      return Optional.ofNullable(after);
    }
  }

  /**
   * It will never work: this news becomes a dead letter, others go on.
   *
   * @param reason such as {@code http 400}
   */
  record Refused(String reason) implements DeliveryResult {

    /** Cuts the reason. */
    public Refused {
      reason = cut(reason);
    }
  }

  /**
   * The receiver is there no more: this news becomes a dead letter, and the destination is paused
   * until somebody resumes it.
   *
   * @param reason such as {@code http 410}
   */
  record Gone(String reason) implements DeliveryResult {

    /** Cuts the reason. */
    public Gone {
      reason = cut(reason);
    }
  }

  /** Returns that it is done. */
  static DeliveryResult delivered() {
    return new Delivered();
  }

  /** Returns that it may work later. */
  static DeliveryResult retry(String reason) {
    return new Retry(reason, null);
  }

  /** Returns that it may work later, and after how long at the earliest. */
  static DeliveryResult retryAfter(String reason, Duration after) {
    return new Retry(reason, Objects.requireNonNull(after, "after"));
  }

  /** Returns that it will never work. */
  static DeliveryResult refused(String reason) {
    return new Refused(reason);
  }

  /** Returns that the receiver is there no more. */
  static DeliveryResult gone(String reason) {
    return new Gone(reason);
  }

  private static String cut(String reason) {
    return reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH);
  }
}

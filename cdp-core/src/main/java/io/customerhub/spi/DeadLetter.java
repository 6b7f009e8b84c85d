package io.customerhub.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * News that was not delivered and will not be unless somebody asks for it.
 *
 * @param entry the news
 * @param cause why
 * @param reason the cause in words; no personal data
 * @param since when it was given up
 */
public record DeadLetter(OutboxEntry entry, Cause cause, String reason, Instant since) {

  /** Why news was not delivered. */
  public enum Cause {
    /** The destination said that it will never work. */
    REFUSED,
    /** The receiver is there no more. */
    GONE,
    /** All attempts failed. */
    EXHAUSTED,
    /** The person has not allowed it, or no longer. */
    NO_CONSENT,
    /** The person was told as often as the frequency cap allows. */
    FREQUENCY_CAP;

    /** Returns whether a rule withheld the news, rather than a failure. */
    public boolean isSkip() {
      return this == NO_CONSENT || this == FREQUENCY_CAP;
    }
  }

  /** Checks that the parts are present. */
  public DeadLetter {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(since, "since");
  }
}

package io.customerhub.profile;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * What one source last said of one trait.
 *
 * @param trait the trait's name
 * @param value the value in canonical form, see {@link io.customerhub.event.Values}
 * @param source who said it
 * @param time when it was true according to the source
 * @param messageId the event that said it
 */
public record Claim(String trait, Object value, String source, Instant time, String messageId) {

  /**
   * Later claims win; of two of one time the larger messageId, then the larger source, so that the
   * order of arrival never matters.
   */
  public static final Comparator<Claim> LATEST =
      Comparator.comparing(Claim::time)
          .thenComparing(Claim::messageId)
          .thenComparing(Claim::source);

  /** Checks that all parts are present. */
  public Claim {
    Objects.requireNonNull(trait, "trait");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(messageId, "messageId");
  }

  /** Returns the trait, source and time; never the value. */
  @Override
  public String toString() {
    return "Claim[" + trait + " by " + source + " at " + time + "]";
  }
}

package io.customerhub.segment;

import java.util.Objects;

/**
 * Holds for people of whom the last decision on a purpose and channel is as asked: the latest by
 * the time it was made, of those on this channel and those on all channels. As everywhere, a
 * decision counts from when it is known, even if the clock that dated it was ahead.
 *
 * @param purpose what for, such as {@code email.marketing}; 1 to 256 characters
 * @param channel by which channel, up to 256 characters; empty for all
 * @param status what was decided
 */
public record ConsentCondition(String purpose, String channel, Status status) implements Condition {

  /** What was decided. */
  public enum Status {
    /** It is allowed. */
    GRANTED,
    /** It is forbidden. */
    DENIED,
    /** Nothing was. */
    UNKNOWN
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the purpose is blank, or a name too long
   */
  public ConsentCondition {
    purpose = Literals.name("purpose", purpose);
    channel = channel.isEmpty() ? channel : Literals.name("channel", channel);
    Objects.requireNonNull(status, "status");
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return SegmentText.print(this);
  }
}

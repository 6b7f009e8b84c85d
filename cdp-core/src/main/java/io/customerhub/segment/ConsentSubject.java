package io.customerhub.segment;

/** A purpose of which a decision is about to be asked for. Immutable. */
public final class ConsentSubject {

  private final String purpose;
  private final String channel;

  ConsentSubject(String purpose, String channel) {
    this.purpose = purpose;
    this.channel = channel;
  }

  /** Asks about one channel, such as {@code email}; about all if not called. */
  public ConsentSubject by(String newChannel) {
    return new ConsentSubject(purpose, newChannel);
  }

  /** Allowed. */
  public ConsentCondition granted() {
    return is(ConsentCondition.Status.GRANTED);
  }

  /** Forbidden; not for people who were never asked. */
  public ConsentCondition denied() {
    return is(ConsentCondition.Status.DENIED);
  }

  /** Never decided. */
  public ConsentCondition unknown() {
    return is(ConsentCondition.Status.UNKNOWN);
  }

  private ConsentCondition is(ConsentCondition.Status status) {
    return new ConsentCondition(purpose, channel, status);
  }
}

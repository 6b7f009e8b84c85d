package io.customerhub.segment;

/** A function of a property that is about to be compared with a number. Immutable. */
public final class AggregateSubject {

  private final Subject<AggregateCondition> subject;

  AggregateSubject(Subject<AggregateCondition> subject) {
    this.subject = subject;
  }

  /** Equal. */
  public AggregateCondition eq(Number value) {
    return subject.eq(value);
  }

  /** Not equal, or missing. */
  public AggregateCondition ne(Number value) {
    return subject.ne(value);
  }

  /** Less. */
  public AggregateCondition lt(Number value) {
    return subject.lt(value);
  }

  /** Less or equal. */
  public AggregateCondition lte(Number value) {
    return subject.lte(value);
  }

  /** Greater. */
  public AggregateCondition gt(Number value) {
    return subject.gt(value);
  }

  /** Greater or equal. */
  public AggregateCondition gte(Number value) {
    return subject.gte(value);
  }

  /** From one number to another, both included. */
  public AggregateCondition between(Number low, Number high) {
    return subject.between(low, high);
  }
}

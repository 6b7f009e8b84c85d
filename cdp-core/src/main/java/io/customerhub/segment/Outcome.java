package io.customerhub.segment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a condition says about a person at an instant, without reasons.
 *
 * @param result whether it holds
 * @param due the earliest later instant, in whole microseconds, at which the result may differ with
 *     no new fact; null if it never will
 */
public record Outcome(boolean result, @Nullable Instant due) {

  private static final Outcome YES = new Outcome(true, null);

  private static final Outcome NO = new Outcome(false, null);

  static Outcome of(boolean result) {
    return result ? YES : NO;
  }

  static Outcome of(boolean result, @Nullable Instant due) {
    return due == null ? of(result) : new Outcome(result, due);
  }

  static Outcome of(Evaluation evaluation) {
    return of(evaluation.result(), evaluation.due());
  }

  /** Returns {@link #due()}, or empty if time alone never changes the result. */
  public Optional<Instant> nextChange() {
    return Optional.ofNullable(due);
  }

  /** Whether no time changes it. */
  boolean isForEver() {
    return due == null;
  }
}

package io.customerhub.segment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a condition says about a person at an instant.
 *
 * @param result whether it holds
 * @param reason why, part by part
 * @param due the earliest later instant, in whole microseconds, at which the result may differ with
 *     no new fact; null if it never will
 */
public record Evaluation(boolean result, Reason reason, @Nullable Instant due) {

  /** Checks that the reason is present. */
  public Evaluation {
    Objects.requireNonNull(reason, "reason");
  }

  static Evaluation leaf(
      Condition condition, boolean result, String detail, @Nullable Instant next) {
    return new Evaluation(result, new Reason(condition, result, detail, List.of()), next);
  }

  /** Returns {@link #due()}, or empty if time alone never changes the result. */
  public Optional<Instant> nextChange() {
    return Optional.ofNullable(due);
  }
}

package io.customerhub.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * An order, or a refund.
 *
 * @param at when
 * @param amount what was paid; negative for a refund
 */
public record Purchase(Instant at, BigDecimal amount) {

  /** Checks that the parts are present. */
  public Purchase {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(amount, "amount");
  }

  /** Returns the time; never the amount. */
  @Override
  public String toString() {
    return "Purchase[" + at + "]";
  }
}

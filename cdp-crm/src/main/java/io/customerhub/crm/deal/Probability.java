package io.customerhub.crm.deal;

import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.UserRef;
import java.time.Instant;
import java.util.Objects;

/** How likely a deal is to be won, and who says so. Immutable. */
public sealed interface Probability {

  /** Returns the probability, 0 to 1. */
  double value();

  /**
   * Taken from the stage, and following it.
   *
   * @param value the stage's probability, 0 to 1
   */
  record Inherited(double value) implements Probability {

    /**
     * Checks the value.
     *
     * @throws InvalidRecordException if it is not a number from 0 to 1
     */
    public Inherited {
      value = Checks.probability("probability", value);
    }
  }

  /**
   * Set by a person; stays through stage moves until it is given back to the stage.
   *
   * @param value the probability, 0 to 1
   * @param by who set it
   * @param at when
   * @param reason why; may be empty
   */
  record Manual(double value, UserRef by, Instant at, String reason) implements Probability {

    /**
     * Checks the parts.
     *
     * @throws InvalidRecordException if the value is not a number from 0 to 1 or the reason too
     *     long
     */
    public Manual {
      value = Checks.probability("probability", value);
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
      reason = Checks.optional("because", reason, CrmLimits.NOTE);
    }

    /** Returns value, user and time; the reason is free text. */
    @Override
    public String toString() {
      return "Manual[" + value + " by " + by + " at " + at + "]";
    }
  }
}

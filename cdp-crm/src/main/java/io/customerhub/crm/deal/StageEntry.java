package io.customerhub.crm.deal;

import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.Money;
import io.customerhub.crm.UserRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A deal's stay in a stage, with what was known when it came there: one row of its ledger.
 *
 * @param stage the stage's key
 * @param enteredAt since when
 * @param leftAt until when; empty while it is there
 * @param amount the deal's amount on entering
 * @param probability the probability on entering, 0 to 1
 * @param actor who moved it
 * @param note what was said about it; may be empty
 * @param outcome how the deal ended by this entry; present exactly if the stage is a closed one
 */
public record StageEntry(
    String stage,
    Instant enteredAt,
    Optional<Instant> leftAt,
    Optional<Money> amount,
    double probability,
    UserRef actor,
    String note,
    Optional<Outcome> outcome) {

  /** Checks the parts. */
  public StageEntry {
    stage = Checks.key("stage", stage);
    Checks.time("enteredAt", enteredAt);
    Objects.requireNonNull(leftAt, "leftAt");
    Objects.requireNonNull(amount, "amount");
    probability = Checks.probability("probability", probability);
    Objects.requireNonNull(actor, "actor");
    note = Checks.optional("note", note, CrmLimits.NOTE);
    Objects.requireNonNull(outcome, "outcome");
  }

  /** Returns how long the deal stayed, or has stayed until {@code now}. */
  public Duration stay(Instant now) {
    return Duration.between(enteredAt, leftAt.orElse(now));
  }

  /** Returns stage and times; the note is free text. */
  @Override
  public String toString() {
    return "StageEntry["
        + stage
        + " from "
        + enteredAt
        + leftAt.map(t -> " to " + t).orElse("")
        + "]";
  }

  StageEntry leaving(Instant at) {
    return new StageEntry(
        stage, enteredAt, Optional.of(at), amount, probability, actor, note, outcome);
  }
}

package io.customerhub.crm.deal;

import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.InvalidRecordException;
import java.util.Objects;
import java.util.Optional;

/**
 * How a deal ended.
 *
 * @param status won, lost or abandoned
 * @param reason why; of a lost deal one of the pipeline's reasons
 * @param competitor who got it instead; of a lost deal only
 */
public record Outcome(DealStatus status, String reason, Optional<String> competitor) {

  /**
   * Checks the parts.
   *
   * @throws InvalidRecordException if the status is open, a text is blank or too long, or a deal
   *     that was not lost names a competitor
   */
  public Outcome {
    if (Objects.requireNonNull(status, "status") == DealStatus.OPEN) {
      throw new InvalidRecordException("outcome", "cannot be open");
    }
    if (competitor.isPresent() && status != DealStatus.LOST) {
      throw new InvalidRecordException("competitor", "can be named of a lost deal only");
    }
    reason = Checks.text("reason", reason, CrmLimits.TITLE);
    competitor = competitor.map(name -> Checks.text("competitor", name, CrmLimits.TITLE));
  }

  /** Returns the status only; reasons and names are free text. */
  @Override
  public String toString() {
    return "Outcome[" + status + "]";
  }
}

package io.customerhub.crm.deal;

import io.customerhub.crm.Checks;
import io.customerhub.crm.InvalidRecordException;
import java.util.Objects;

/**
 * A step of a pipeline.
 *
 * @param key unique within the pipeline, such as {@code proposal}
 * @param type whether deals in it are open
 * @param probability how likely a deal here is to be won, 0 to 1; 1 if won, 0 if lost
 */
public record Stage(String key, StageType type, double probability) {

  /**
   * Checks the parts.
   *
   * @throws InvalidRecordException if the key has other characters than lower-case letters, digits,
   *     dots, hyphens and underscores, or the probability does not fit the type
   */
  public Stage {
    key = Checks.key("stage", key);
    Objects.requireNonNull(type, "type");
    probability = Checks.probability("probability", probability);
    if ((type == StageType.WON && probability != 1)
        || (type == StageType.LOST && probability != 0)) {
      throw new InvalidRecordException("probability", "of a " + type + " stage is fixed");
    }
  }

  /** Returns whether deals in it are open. */
  public boolean isOpen() {
    return type == StageType.OPEN;
  }
}

package io.customerhub.crm.deal;

import io.customerhub.crm.Checks;
import io.customerhub.crm.InvalidRecordException;

/**
 * Names a pipeline as it was defined at some time.
 *
 * @param key the pipeline's key
 * @param revision which of its definitions; 1 or more
 */
public record PipelineRef(String key, int revision) {

  /**
   * Checks the parts.
   *
   * @throws InvalidRecordException if the key has characters that keys do not have, or the revision
   *     is below 1
   */
  public PipelineRef {
    key = Checks.key("pipeline", key);
    if (revision < 1) {
      throw new InvalidRecordException("revision", "is " + revision + ", expected 1 or more");
    }
  }

  /** Returns key and revision, such as {@code sales@2}. */
  @Override
  public String toString() {
    return key + "@" + revision;
  }
}

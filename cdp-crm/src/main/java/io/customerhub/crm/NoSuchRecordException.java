package io.customerhub.crm;

import io.customerhub.event.CustomerHubException;

/** Thrown when a command names a record that is not there: never written, or erased since. */
public final class NoSuchRecordException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  private final String record;

  /**
   * Creates the exception.
   *
   * @param record kind and id of the record
   */
  public NoSuchRecordException(String record) {
    super("There is no " + record + "; it was never saved, or it was erased", null);
    this.record = record;
  }

  /** Returns kind and id of the missing record. */
  public String record() {
    return record;
  }
}

package io.customerhub.crm.deal;

/** Whether deals of a pipeline may move to an earlier stage. */
public enum Backward {
  /** At will. */
  ALLOW,
  /** Only with a note that says why. */
  WITH_NOTE,
  /** Not at all. */
  FORBID
}

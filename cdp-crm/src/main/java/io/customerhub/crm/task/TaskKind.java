package io.customerhub.crm.task;

/** What sort of thing is to be done. */
public enum TaskKind {
  /** Anything. */
  TODO,
  /** Call somebody. */
  CALL,
  /** Write an e-mail. */
  EMAIL,
  /** Meet somebody. */
  MEETING,
  /** Come back to something. */
  FOLLOW_UP
}

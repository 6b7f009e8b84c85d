package io.customerhub.crm.task;

import io.customerhub.crm.StateMachine;
import io.customerhub.crm.Transition;
import java.util.List;

/** How far a task has come. */
public enum TaskStatus {
  /** Not begun. */
  PLANNED,
  /** Begun. */
  IN_PROGRESS,
  /** Done. */
  DONE,
  /** Not to be done any more. */
  CANCELLED;

  /** What can happen to a task. */
  public static final StateMachine<TaskStatus> MACHINE =
      StateMachine.of(
          PLANNED,
          List.of(
              new Transition<>(PLANNED, "start", IN_PROGRESS),
              new Transition<>(PLANNED, "complete", DONE),
              new Transition<>(PLANNED, "cancel", CANCELLED),
              new Transition<>(IN_PROGRESS, "complete", DONE),
              new Transition<>(IN_PROGRESS, "cancel", CANCELLED),
              new Transition<>(DONE, "reopen", PLANNED),
              new Transition<>(CANCELLED, "reopen", PLANNED)));

  /** Returns whether there is still something to do. */
  public boolean isOpen() {
    return this == PLANNED || this == IN_PROGRESS;
  }
}

package io.customerhub.crm.deal;

import io.customerhub.crm.StateMachine;
import io.customerhub.crm.Transition;
import java.util.List;

/** Whether a deal is open, and how it ended if not. */
public enum DealStatus {
  /** Still to be decided. */
  OPEN,
  /** The customer bought. */
  WON,
  /** The customer decided against it. */
  LOST,
  /** Given up without a decision of the customer. */
  ABANDONED;

  /** What can happen to a deal. */
  public static final StateMachine<DealStatus> MACHINE =
      StateMachine.of(
          OPEN,
          List.of(
              new Transition<>(OPEN, "move", OPEN),
              new Transition<>(OPEN, "win", WON),
              new Transition<>(OPEN, "lose", LOST),
              new Transition<>(OPEN, "abandon", ABANDONED),
              new Transition<>(WON, "reopen", OPEN),
              new Transition<>(LOST, "reopen", OPEN),
              new Transition<>(ABANDONED, "reopen", OPEN)));
}

package io.customerhub.crm.deal;

/** Whether deals in a stage are open, and how they ended if not. */
public enum StageType {
  /** Deals are being worked on. */
  OPEN,
  /** Deals end here as won. */
  WON,
  /** Deals end here as lost or abandoned. */
  LOST
}

package io.customerhub.crm.task;

/** How much a task matters; ascending. */
public enum Priority {
  /** Can wait. */
  LOW,
  /** As most do. */
  NORMAL,
  /** More than most. */
  HIGH,
  /** Before anything else. */
  URGENT
}

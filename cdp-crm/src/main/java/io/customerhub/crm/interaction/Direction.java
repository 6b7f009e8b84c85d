package io.customerhub.crm.interaction;

/** Who spoke to whom. */
public enum Direction {
  /** The customer to us. */
  IN,
  /** We to the customer. */
  OUT,
  /** Among ourselves. */
  INTERNAL
}

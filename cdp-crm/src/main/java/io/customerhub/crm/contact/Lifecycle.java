package io.customerhub.crm.contact;

/** How far somebody has come with us; ascending, so that the furthest of several can be told. */
public enum Lifecycle {
  /** Seen, but not known by name. */
  ANONYMOUS,
  /** Known. */
  KNOWN,
  /** May become a customer. */
  LEAD,
  /** Found likely to become a customer. */
  QUALIFIED,
  /** Has bought. */
  CUSTOMER,
  /** Has bought, and left. */
  CHURNED,
  /** Works with us. */
  PARTNER
}

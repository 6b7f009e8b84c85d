package io.customerhub.examples.quickstart.sample;

/** Where a person left traces. */
enum Source {
  /** Looked at the shop, never logged in. */
  VISITOR,
  /** Has an account in the shop. */
  SHOP,
  /** Has a loyalty card. */
  LOYALTY,
  /** Wrote to the support mailbox. */
  MAILBOX
}

package io.customerhub.identity;

/** What an edge between two members says. */
public enum LinkKind {
  /** Similar enough by rule: the two belong together. */
  SIMILAR,
  /** Similar, but not enough to decide: waits in the review list. */
  POSSIBLE,
  /** Not of one person, but related: one surname and home, unrelated given names. */
  HOUSEHOLD,
  /** A person decided that the two belong together. */
  MUST_LINK,
  /** A person decided that the two must stay apart. */
  DO_NOT_LINK
}

package io.customerhub.segment;

/** A part of a condition, prepared. Immutable. */
interface Node {

  boolean holds(Look look);

  Outcome judge(Look look);

  /** Whether it looks at no events or records, which are dear to read. */
  boolean isCheap();
}

package io.customerhub.segment;

import java.util.List;

/** Walks of a condition tree. */
final class Tree {

  private Tree() {}

  /** Returns the conditions directly below one, in order; none below a leaf. */
  static List<Condition> children(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.parts();
    }
    if (condition instanceof Condition.Any any) {
      return any.parts();
    }
    if (condition instanceof Condition.Not not) {
      return List.of(not.part());
    }
    if (condition instanceof Condition.AtLeast atLeast) {
      return atLeast.parts();
    }
    return List.of();
  }
}

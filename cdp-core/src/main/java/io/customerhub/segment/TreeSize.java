package io.customerhub.segment;

import java.util.List;

/**
 * How deep and how large a tree is. Checked whenever a node is put on top of others, so that no
 * tree exists that a recursive walk could not take.
 */
record TreeSize(int depth, int nodes) {

  private static final TreeSize EMPTY = new TreeSize(0, 0);

  static void check(List<Condition> parts) {
    TreeSize size = of(parts);
    if (size.depth + 1 > SegmentLimits.DEPTH) {
      throw new IllegalArgumentException(
          "conditions nested deeper than " + SegmentLimits.DEPTH + " levels");
    }
    checkNodes(size.nodes + 1);
  }

  static void checkNodes(int nodes) {
    if (nodes > SegmentLimits.NODES) {
      throw new IllegalArgumentException(
          "more than " + SegmentLimits.NODES + " conditions in one segment");
    }
  }

  private static TreeSize of(List<Condition> parts) {
    return parts.stream().map(TreeSize::of).reduce(EMPTY, TreeSize::beside);
  }

  private static TreeSize of(Condition condition) {
    List<Selection> selections = Tree.selections(condition);
    return selections.isEmpty()
        ? of(Tree.children(condition)).below()
        : new TreeSize(1, selections.stream().mapToInt(Selection::nodes).sum());
  }

  private TreeSize beside(TreeSize other) {
    return new TreeSize(
        Math.max(depth, other.depth),
        (int) Math.min(Integer.MAX_VALUE - 1L, (long) nodes + other.nodes));
  }

  private TreeSize below() {
    return new TreeSize(depth + 1, nodes + 1);
  }
}

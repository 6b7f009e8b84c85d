package io.customerhub.lookalike;

import java.util.ArrayList;
import java.util.List;

/** Weighs features by how many members and how many others have them. */
final class Weights {

  /** What is added to each count: the prior of Jeffreys for a share. */
  private static final double PRIOR = 0.5;

  private final long members;
  private final long others;
  private final int atLeast;
  private final List<WeighedFeature> all = new ArrayList<>();

  Weights(long members, long others, int atLeast) {
    this.members = members;
    this.others = others;
    this.atLeast = atLeast;
  }

  void add(Feature feature, long having, long otherwise) {
    double bits = bits(having, otherwise);
    long speaking = bits > 0 ? having : otherwise;
    if (bits != 0 && speaking >= atLeast) {
      all.add(new WeighedFeature(feature, bits, having, otherwise));
    }
  }

  List<WeighedFeature> all() {
    return all;
  }

  private double bits(long having, long otherwise) {
    double odds = share(having, members) / share(otherwise, others);
    double bits = Math.log(odds) / Math.log(2);
    return Math.max(-LookalikeModel.MOST_BITS, Math.min(LookalikeModel.MOST_BITS, bits));
  }

  private static double share(long having, long all) {
    return (having + PRIOR) / (all + 2 * PRIOR);
  }
}

package io.customerhub.identity;

import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;

/**
 * Groups records along their matches, best first, as far as the guard lets it. Never plain
 * connected components, where one wrong edge joins two people for good. Not thread-safe.
 *
 * <p>The outcome depends on the numbers of the records and on what the pairs weigh, not on the
 * order in which anything became known.
 */
public final class GuardedClustering {

  private static final double STEPS_PER_BIT = 1000;

  private final Pairs pairs;
  private final IntToDoubleFunction bits;
  private final Guard guard;
  private final Groups groups;
  private int refused;

  /**
   * Prepares.
   *
   * @param bits what each pair weighs; asked more than once
   * @param groups the groups to start from; changed by {@link #join}
   */
  public GuardedClustering(Pairs pairs, IntToDoubleFunction bits, Guard guard, Groups groups) {
    this.pairs = pairs;
    this.bits = bits;
    this.guard = guard;
    this.groups = groups;
  }

  /**
   * Returns the matches that count: where families live, those that could as well be with somebody
   * else do not.
   *
   * @param matches the numbers of the pairs that match
   */
  public BitSet clear(BitSet matches, PairWeights weights, int records) {
    return weights.vetoes().families()
        ? new Ambiguity(pairs, bits, matches, weights, records).clear()
        : matches;
  }

  /**
   * Joins groups along matches, best first.
   *
   * @param matches the numbers of the pairs
   * @param joined told the number of each pair that joined two groups
   */
  public void join(BitSet matches, IntConsumer joined) {
    long[] ranked = matches.stream().mapToLong(this::ranked).sorted().toArray();
    for (long one : ranked) {
      if (join((int) one)) {
        joined.accept((int) one);
      }
    }
  }

  private long ranked(int pair) {
    long rank = Integer.MAX_VALUE - Math.round(bits.applyAsDouble(pair) * STEPS_PER_BIT);
    return (rank << Integer.SIZE) | pair;
  }

  private boolean join(int pair) {
    int one = groups.groupOf(pairs.left(pair));
    int other = groups.groupOf(pairs.right(pair));
    if (one == other) {
      return false;
    }
    if (!guard.refusal(groups.members(one), groups.members(other)).isEmpty()) {
      refused++;
      return false;
    }
    groups.merge(one, other);
    return true;
  }

  /** Returns how many merges the guard refused. */
  public int refused() {
    return refused;
  }
}

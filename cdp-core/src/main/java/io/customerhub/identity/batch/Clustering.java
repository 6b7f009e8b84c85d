package io.customerhub.identity.batch;

import io.customerhub.identity.Match.Grade;
import java.util.BitSet;

/**
 * Groups records along their matches, best first, as far as the guard lets it. Never plain
 * connected components, where one wrong edge joins two people for good.
 */
final class Clustering {

  private final Pairs pairs;
  private final Scores scores;
  private final Guard guard;
  private final Groups groups;
  private final double[] bits;
  private final int records;
  private int refused;
  private int possible;

  private Clustering(Pairs pairs, Scores scores, Guard guard, int records) {
    this.pairs = pairs;
    this.scores = scores;
    this.guard = guard;
    this.records = records;
    this.groups = new Groups(records);
    this.bits = new double[pairs.size()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = scores.bits(pairs.left(i), pairs.right(i), pairs.vector(i));
    }
  }

  static Clustering of(Pairs pairs, Scores scores, Guard guard, Decisions decisions, int records) {
    Clustering clustering = new Clustering(pairs, scores, guard, records);
    decisions.mustLinks().forEach(link -> clustering.decide(link[0], link[1]));
    for (long edge : clustering.matches()) {
      clustering.join((int) edge);
    }
    return clustering;
  }

  /** Returns the matches, best first; the pair's number in the lower half. */
  private long[] matches() {
    BitSet matches = new BitSet();
    for (int i = 0; i < bits.length; i++) {
      Grade grade = scores.grade(bits[i], pairs.vector(i));
      possible += grade == Grade.POSSIBLE ? 1 : 0;
      matches.set(i, grade == Grade.MATCH);
    }
    if (scores.vetoes().families()) {
      matches = new Ambiguity(pairs, bits, matches, scores, records).clear();
    }
    return matches.stream().mapToLong(this::ranked).sorted().toArray();
  }

  private long ranked(int pair) {
    long rank = Integer.MAX_VALUE - Math.round(bits[pair] * 1000);
    return (rank << 32) | pair;
  }

  private void decide(int a, int b) {
    int one = groups.groupOf(a);
    int other = groups.groupOf(b);
    if (one != other && guard.hardRefusal(groups.members(one), groups.members(other)).isEmpty()) {
      groups.merge(one, other);
    }
  }

  private void join(int pair) {
    int one = groups.groupOf(pairs.left(pair));
    int other = groups.groupOf(pairs.right(pair));
    if (one == other) {
      return;
    }
    if (guard.refusal(groups.members(one), groups.members(other)).isEmpty()) {
      groups.merge(one, other);
    } else {
      refused++;
    }
  }

  Groups groups() {
    return groups;
  }

  double bits(int pair) {
    return bits[pair];
  }

  /** Returns how many merges the guard refused. */
  int refused() {
    return refused;
  }

  /** Returns how many pairs somebody should look at. */
  int possible() {
    return possible;
  }
}

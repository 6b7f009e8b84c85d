package io.customerhub.identity.batch;

import io.customerhub.identity.Groups;
import io.customerhub.identity.Guard;
import io.customerhub.identity.GuardedClustering;
import io.customerhub.identity.Match.Grade;
import io.customerhub.identity.Pairs;
import java.util.BitSet;

/** Groups the records of a batch: decisions first, then matches as far as the guard lets them. */
final class Clustering {

  private final Pairs pairs;
  private final Scores scores;
  private final Guard guard;
  private final Groups groups;
  private int refused;
  private int possible;

  private Clustering(Pairs pairs, Scores scores, Guard guard, int records) {
    this.pairs = pairs;
    this.scores = scores;
    this.guard = guard;
    this.groups = new Groups(records);
  }

  static Clustering of(Pairs pairs, Scores scores, Guard guard, Decisions decisions, int records) {
    Clustering clustering = new Clustering(pairs, scores, guard, records);
    decisions.mustLinks().forEach(link -> clustering.decide(link[0], link[1]));
    clustering.join(records);
    return clustering;
  }

  private void join(int records) {
    GuardedClustering guarded = new GuardedClustering(pairs, this::bits, guard, groups);
    guarded.join(guarded.clear(matches(), scores, records), pair -> {});
    refused = guarded.refused();
  }

  private BitSet matches() {
    BitSet matches = new BitSet();
    for (int i = 0; i < pairs.size(); i++) {
      Grade grade = scores.grade(bits(i), pairs.vector(i));
      possible += grade == Grade.POSSIBLE ? 1 : 0;
      matches.set(i, grade == Grade.MATCH);
    }
    return matches;
  }

  private void decide(int a, int b) {
    int one = groups.groupOf(a);
    int other = groups.groupOf(b);
    if (one != other && guard.hardRefusal(groups.members(one), groups.members(other)).isEmpty()) {
      groups.merge(one, other);
    }
  }

  Groups groups() {
    return groups;
  }

  /** Returns what a pair weighs; not kept, as there may be many times more than records. */
  double bits(int pair) {
    return scores.bits(pairs.left(pair), pairs.right(pair), pairs.vector(pair));
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

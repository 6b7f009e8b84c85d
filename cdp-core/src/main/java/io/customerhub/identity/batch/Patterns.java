package io.customerhub.identity.batch;

import io.customerhub.identity.KeyKind;
import io.customerhub.identity.Vetoes;

/**
 * At which levels pairs of records agree, and how many pairs do, to estimate weights from: counted
 * with all levels, weighed {@linkplain io.customerhub.identity.ComparisonVector#withoutEchoes
 * without echoes}. Not thread-safe.
 */
final class Patterns {

  static final int KINDS = KeyKind.values().length;

  private final LongCounter[] sessions = new LongCounter[KINDS];
  private final LongCounter all = new LongCounter();
  private final LongCounter random = new LongCounter();
  private final int stride;

  /**
   * Creates empty counts.
   *
   * @param stride one in how many records is counted with all its candidates
   */
  Patterns(int stride) {
    this.stride = stride;
    for (int kind = 0; kind < KINDS; kind++) {
      sessions[kind] = new LongCounter();
    }
  }

  /**
   * Counts candidate pairs.
   *
   * @param kinds a bit for each kind of key that the two share
   */
  void add(long levels, int kinds, int pairs) {
    all.add(levels, pairs);
    for (int rest = kinds; rest != 0; rest &= rest - 1) {
      sessions[Integer.numberOfTrailingZeros(rest)].add(levels, pairs);
    }
  }

  void addAll(Patterns other) {
    all.addAll(other.all);
    random.addAll(other.random);
    for (int kind = 0; kind < KINDS; kind++) {
      sessions[kind].addAll(other.sessions[kind]);
    }
  }

  /** Returns the patterns of the candidate pairs that share a key of a kind. */
  LongCounter session(int kind) {
    return sessions[kind];
  }

  /** Returns the patterns of all candidate pairs. */
  LongCounter all() {
    return all;
  }

  /** Returns the patterns of pairs at random. */
  LongCounter random() {
    return random;
  }

  /** Returns one in how many records was counted. */
  int stride() {
    return stride;
  }

  /** Returns what forbids a match in this data. */
  Vetoes vetoes() {
    return Vetoes.of(Families.liveIn(all));
  }
}

package io.customerhub.identity;

import java.util.BitSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * Finds matches that could as well be with somebody else. A record without a given name is as much
 * of one twin as of the other; one without a birth date as much of the father as of the son of one
 * name. Such a match counts only if it weighs clearly more than the one with the other.
 */
final class Ambiguity {

  /** How much more a match has to weigh than its rival. */
  private static final double MARGIN = 6;

  /** Most rivals looked at. */
  private static final int RIVALS = 24;

  /** Clearly one name. */
  static final long NAMED =
      bits(
          Level.NAME_EXACT,
          Level.NAME_SWAPPED,
          Level.NAME_NICKNAME,
          Level.NAME_CLOSE,
          Level.NAME_FAIR);

  /** Everything that two names can be. */
  private static final long NAMES =
      bits(
          Stream.of(Level.values())
              .filter(level -> level.field() == Level.Field.NAME)
              .filter(level -> level != Level.NAME_GENERATION)
              .toArray(Level[]::new));

  private static final long BORN =
      bits(Level.BIRTH_EXACT, Level.BIRTH_SWAPPED, Level.BIRTH_ONE_EDIT);
  private static final long MAIL = bits(Level.EMAIL_EXACT);
  private static final long ID = bits(Level.ID_EXACT);

  private final Pairs pairs;
  private final IntToDoubleFunction weights;
  private final BitSet matches;
  private final PairWeights of;
  private final int[] from;
  private final int[] edges;

  /**
   * Prepares.
   *
   * @param weights of the pairs
   * @param matches which pairs match
   */
  Ambiguity(Pairs pairs, IntToDoubleFunction weights, BitSet matches, PairWeights of, int records) {
    this.pairs = pairs;
    this.weights = weights;
    this.matches = matches;
    this.of = of;
    from = new int[records + 1];
    edges = new int[matches.cardinality() * 2];
    matches.stream().forEach(this::count);
    for (int i = 0; i < records; i++) {
      from[i + 1] += from[i];
    }
    // Filled from the end of each record's part, so that afterwards it starts where it should.
    matches.stream().forEach(this::place);
  }

  private void count(int edge) {
    from[pairs.left(edge)]++;
    from[pairs.right(edge)]++;
  }

  private void place(int edge) {
    edges[--from[pairs.left(edge)]] = edge;
    edges[--from[pairs.right(edge)]] = edge;
  }

  /** Returns the matches without the ambiguous ones. */
  BitSet clear() {
    BitSet clear = new BitSet();
    matches.stream().filter(edge -> !isAmbiguous(edge)).forEach(clear::set);
    return clear;
  }

  private boolean isAmbiguous(int edge) {
    long vector = pairs.vector(edge);
    boolean sure = (vector & NAMED) != 0 && (vector & (BORN | MAIL)) != 0;
    return !sure
        && (vector & ID) == 0
        && (hasRival(edge, pairs.left(edge), pairs.right(edge))
            || hasRival(edge, pairs.right(edge), pairs.left(edge)));
  }

  /**
   * Returns whether a record matches a third as well, which lives with the second and is not the
   * same.
   */
  private boolean hasRival(int edge, int record, int with) {
    int end = Math.min(from[record + 1], from[record] + RIVALS);
    for (int at = from[record]; at < end; at++) {
      int other = edges[at];
      int third = pairs.left(other) == record ? pairs.right(other) : pairs.left(other);
      if (third != with
          && weights.applyAsDouble(edge) < weights.applyAsDouble(other) + MARGIN
          && areTwo(with, third, pairs.vector(edge), pairs.vector(other))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether two that a record matches are not the same, in something that the record leaves
   * open. Where it has one name with both, theirs are one as well, however they are written.
   *
   * @param one at which levels the record matches the one
   * @param other at which it matches the other
   */
  private boolean areTwo(int with, int third, long one, long other) {
    long vector = of.vector(with, third);
    if ((one & NAMED) != 0 && (other & NAMED) != 0) {
      vector = (vector & ~NAMES) | ComparisonVector.bit(Level.NAME_CLOSE);
    }
    if ((one & BORN) != 0 && (other & BORN) != 0) {
      vector &= ~Vetoes.OTHER_BIRTH;
    }
    return of.vetoes().forbidAtHome(vector);
  }

  private static long bits(Level... levels) {
    long bits = 0;
    for (Level level : levels) {
      bits |= ComparisonVector.bit(level);
    }
    return bits;
  }
}

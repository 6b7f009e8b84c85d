package io.customerhub.identity.batch;

import io.customerhub.identity.Comparisons;
import io.customerhub.identity.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The weights of the levels of one comparison, in bits: more agreement never weighs less, and each
 * stays within {@value #LEASH} bits of its default. Neighbours that say otherwise are pooled, so
 * that the one with more behind it prevails.
 */
@SuppressWarnings("EnumOrdinal") // tables by level live no longer than the process
final class MonotoneWeights {

  private static final double LEASH = 7;

  /**
   * What other agreement says already, so that how rare it is by chance is no measure: who lives
   * next door is of the family more often than the same person, and a mailbox made of the name is
   * the name once more.
   */
  private static final Set<Level> SAID_ALREADY =
      Set.copyOf(EnumSet.of(Level.STREET_NEIGHBOUR, Level.EMAIL_NAMESAKE));

  private MonotoneWeights() {}

  /**
   * Weighs the levels of a comparison.
   *
   * @param m by level, how often two records of one person agree so
   * @param u by level, how often those of two people do
   * @param bits what is written
   */
  static void weigh(Comparisons.Comparison comparison, double[] m, double[] u, double[] bits) {
    Deque<Pool> pools = new ArrayDeque<>();
    for (Level level : comparison.levels()) {
      Pool pool = new Pool(List.of(level), m[level.ordinal()], u[level.ordinal()]);
      if (SAID_ALREADY.contains(level)) {
        pool.write(bits);
      } else {
        while (!pools.isEmpty() && pools.getLast().bits() > pool.bits()) {
          pool = pools.removeLast().with(pool);
        }
        pools.addLast(pool);
      }
    }
    pools.forEach(pool -> pool.write(bits));
  }

  /** What speaks for one person by default may say nothing, if everybody has it. */
  private static double leashed(Level level, double bits) {
    double least = Math.min(0, level.bits() - LEASH);
    double most = SAID_ALREADY.contains(level) ? level.bits() : level.bits() + LEASH;
    return Math.max(least, Math.min(most, bits));
  }

  private record Pool(List<Level> levels, double m, double u) {

    double bits() {
      return Math.log(m / u) / Math.log(2);
    }

    Pool with(Pool other) {
      List<Level> all = new ArrayList<>(levels);
      all.addAll(other.levels);
      return new Pool(all, m + other.m, u + other.u);
    }

    void write(double[] to) {
      levels.forEach(level -> to[level.ordinal()] = leashed(level, bits()));
    }
  }
}

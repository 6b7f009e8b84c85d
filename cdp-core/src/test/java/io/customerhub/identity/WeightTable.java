package io.customerhub.identity;

import io.customerhub.identity.Numbered.Weight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What pairs of records weigh, written down one by one; the others have like addresses, for 0. */
final class WeightTable implements PairWeights {

  private static final Weight NOTHING = new Weight(ComparisonVector.bit(Level.EMAIL_CLOSE), 0);

  private final Map<Set<Integer>, Weight> pairs = new HashMap<>();
  private final Vetoes vetoes;
  private int asked;

  WeightTable() {
    this(true);
  }

  WeightTable(boolean families) {
    vetoes = Vetoes.of(families);
  }

  /** Writes down what a pair weighs, and at which levels it agrees. */
  WeightTable with(int a, int b, double bits, Level... levels) {
    pairs.put(Set.of(a, b), new Weight(ComparisonVector.of(List.of(levels)).bits(), bits));
    return this;
  }

  /** Returns how many weights were asked for so far. */
  int asked() {
    return asked;
  }

  @Override
  public long vector(int a, int b) {
    return pairs.getOrDefault(Set.of(a, b), NOTHING).vector();
  }

  @Override
  public double bits(int a, int b, long vector) {
    asked++;
    return pairs.getOrDefault(Set.of(a, b), NOTHING).bits();
  }

  @Override
  public Vetoes vetoes() {
    return vetoes;
  }
}

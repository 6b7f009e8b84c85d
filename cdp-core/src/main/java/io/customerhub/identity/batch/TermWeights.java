package io.customerhub.identity.batch;

import io.customerhub.identity.Level;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.Term;
import io.customerhub.identity.TermFrequencies;
import io.customerhub.identity.TermFrequenciesBuilder;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much more an agreement says if the value is rare, and less if it is common. Counted per
 * person: a person with many records does not make a name common.
 */
@SuppressWarnings("EnumOrdinal") // tables by level live no longer than the process
final class TermWeights {

  /** How many pairs of people the default u counts for. */
  private static final double PULL = 200;

  /** Its level also compares house numbers, which are no terms. */
  private static final Level NOT_EXACT = Level.STREET_EXACT;

  private static final Level[] LEVELS = Level.values();

  /** The level of the terms that count at each level. */
  private static final int[] COUNTING =
      Arrays.stream(LEVELS).map(Term::levelOf).mapToInt(Level::ordinal).toArray();

  /** The bits of a value of a part that was not counted. */
  private static final double UNKNOWN = Double.NEGATIVE_INFINITY;

  /** What is known of all values of one part, such as all surnames. */
  private static final class Part {
    private final Level level;
    private long holders;
    private double squares;
    private double pairs;

    Part(Level level) {
      this.level = level;
    }

    void add(int count) {
      holders += count;
      squares += (double) count * count;
      pairs += (double) count * (count - 1) / 2;
    }

    double average() {
      return squares / ((double) holders * holders);
    }

    double possible() {
      return (double) holders * (holders - 1) / 2;
    }
  }

  private final Corpus corpus;
  private final TermCodes codes;
  private final double[] bits;
  private final boolean[] generic;
  private final int[] counts;
  private final boolean counted;
  private final double[] exactU = new double[LEVELS.length];
  private double nameTrust = 1;

  private TermWeights(Corpus corpus, int[] counts, boolean counted) {
    this.counted = counted;
    this.corpus = corpus;
    this.codes = corpus.codes();
    this.bits = new double[counts.length];
    this.generic = new boolean[counts.length];
    this.counts = counts;
  }

  /** Returns weights by which all values say the same. */
  static TermWeights none(Corpus corpus) {
    return new TermWeights(corpus, new int[0], false);
  }

  /** Returns weights by what a model knows of values; they are not counted here. */
  static TermWeights known(Corpus corpus, TermFrequencies frequencies) {
    if (frequencies.isEmpty()) {
      return none(corpus);
    }
    TermWeights weights = new TermWeights(corpus, new int[corpus.codes().size()], false);
    for (int code = 0; code < weights.bits.length; code++) {
      Term term = weights.codes.term(code);
      weights.bits[code] = frequencies.counts(term) ? frequencies.bits(term) : UNKNOWN;
      weights.generic[code] = frequencies.isGeneric(term);
    }
    return weights;
  }

  /**
   * Counts.
   *
   * @param members the positions of all records, those of one person after each other
   * @param personOf the person of each record by its position
   */
  static TermWeights of(Corpus corpus, int[] members, int[] personOf) {
    TermWeights weights = new TermWeights(corpus, count(corpus, members, personOf), true);
    Map<TermCodes.Part, Part> parts = new TreeMap<>(TermCodes.BY_NAME);
    corpus.codes().parts().forEach(part -> parts.put(part, new Part(part.level())));
    weights.weigh(corpus.codes().parts().stream().map(parts::get).toArray(Part[]::new));
    weights.exactU(parts.values());
    int name = Level.NAME_EXACT.ordinal();
    if (weights.exactU[name] > 0) {
      Namesakes namesakes = Namesakes.of(corpus, members, personOf);
      weights.exactU[name] = namesakes.share(weights.exactU[name]);
      weights.trustNames(namesakes.trust(weights.bits));
    }
    return weights;
  }

  private void weigh(Part[] parts) {
    for (int code = 0; code < counts.length; code++) {
      parts[codes.part(code)].add(counts[code]);
    }
    for (int code = 0; code < counts.length; code++) {
      Part part = parts[codes.part(code)];
      double share = (double) counts[code] / part.holders;
      bits[code] = Math.log(part.average() / share) / Math.log(2);
      generic[code] = TermFrequencies.isGeneric(part.level, counts[code]);
    }
  }

  private void trustNames(double share) {
    nameTrust = share;
    for (int code = 0; code < bits.length; code++) {
      bits[code] *= codes.level(code) == Level.NAME_EXACT.ordinal() ? share : 1;
    }
  }

  private static int[] count(Corpus corpus, int[] members, int[] personOf) {
    int[] counts = new int[corpus.codes().size()];
    int[] last = new int[counts.length];
    for (int record : members) {
      for (int at = corpus.termsFrom(record); at < corpus.termsFrom(record + 1); at++) {
        int code = corpus.term(at);
        // Plus one, since the table starts with zeros.
        counts[code] += last[code] == personOf[record] + 1 ? 0 : 1;
        last[code] = personOf[record] + 1;
      }
    }
    return counts;
  }

  /** Returns whether values were counted in the records at hand. */
  boolean areCounted() {
    return counted;
  }

  /** Returns the counts as a part of a model. */
  TermFrequencies frequencies(String salt) {
    TermFrequenciesBuilder builder =
        TermFrequencies.builder(salt).trust(Level.NAME_EXACT, nameTrust);
    for (int code = 0; code < counts.length; code++) {
      builder.add(codes.term(code), counts[code]);
    }
    corpus.comparison().addWordsTo(builder);
    return builder.build();
  }

  /** Adds how many values are held by too many to count, by what they are of. */
  void addGenericTo(Findings findings) {
    for (int code = 0; code < generic.length; code++) {
      if (generic[code]) {
        findings.add(
            Finding.Kind.GENERIC, codes.parts().get(codes.part(code)).name(), codes.value(code));
      }
    }
  }

  private void exactU(Collection<Part> parts) {
    MatchModel defaults = MatchModel.defaults();
    Map<Level, double[]> sums = new EnumMap<>(Level.class);
    for (Part part : parts) {
      Level level = part.level;
      if (level == Level.NAME_EXACT) {
        double share = (part.pairs + 1) / (part.possible() + 1);
        exactU[level.ordinal()] =
            exactU[level.ordinal()] == 0 ? share : exactU[level.ordinal()] * share;
      } else if (level != NOT_EXACT) {
        double[] sum = sums.computeIfAbsent(level, l -> new double[2]);
        sum[0] += part.pairs;
        sum[1] += part.possible();
      }
    }
    sums.forEach(
        (level, sum) ->
            exactU[level.ordinal()] = (sum[0] + PULL * defaults.u(level)) / (sum[1] + PULL));
  }

  /** Returns for each level its u among people; 0 where it was not counted. */
  double[] exactU() {
    return exactU.clone();
  }

  /** Returns the sum of {@link #of} over the levels of a vector. */
  double sum(int a, int b, long vector, MatchModel model) {
    double sum = 0;
    for (long rest = counts.length == 0 ? 0 : vector; rest != 0; rest &= rest - 1) {
      sum += of(a, b, Long.numberOfTrailingZeros(rest), model);
    }
    return sum;
  }

  /** Returns what to add to the weight of each level of a vector for the values that agree. */
  Map<Level, Double> adjustments(int a, int b, long vector, MatchModel model) {
    Map<Level, Double> adjustments = new LinkedHashMap<>(4);
    for (long rest = counts.length == 0 ? 0 : vector; rest != 0; rest &= rest - 1) {
      int level = Long.numberOfTrailingZeros(rest);
      double adjustment = of(a, b, level, model);
      if (adjustment != 0) {
        adjustments.put(LEVELS[level], adjustment);
      }
    }
    return adjustments;
  }

  private double of(int a, int b, int agreed, MatchModel model) {
    int level = COUNTING[agreed];
    if (!codes.hasLevel(level)) {
      return 0;
    }
    double sum = 0;
    double best = Double.NEGATIVE_INFINITY;
    boolean onlyGeneric = true;
    for (int at = corpus.termsFrom(a); at < corpus.termsFrom(a + 1); at++) {
      int code = corpus.term(at);
      if (codes.level(code) == level && bits[code] != UNKNOWN && holds(b, code)) {
        sum += bits[code];
        best = Math.max(best, bits[code]);
        onlyGeneric &= generic[code];
      }
    }
    if (best == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    if (onlyGeneric) {
      return -model.bits(LEVELS[agreed]);
    }
    return TermFrequencies.combined(LEVELS[level], sum, best);
  }

  private boolean holds(int record, int code) {
    for (int at = corpus.termsFrom(record); at < corpus.termsFrom(record + 1); at++) {
      if (corpus.term(at) == code) {
        return true;
      }
    }
    return false;
  }
}

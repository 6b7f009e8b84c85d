package io.customerhub.identity.batch;

import io.customerhub.identity.CodedComparison;
import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.KeyKind;
import io.customerhub.identity.Level;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.Pairs;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Compares each candidate pair once and keeps those that are not hopeless. */
@SuppressWarnings("EnumOrdinal") // tables by level live no longer than the process
final class PairScan {

  /** Records whose candidates all count for the estimation. */
  private static final int ANCHORS = 20_000;

  private static final int RANDOM_PAIRS = 100_000;
  private static final int CHUNK = 8_192;

  /** Chunks whose pairs are held twice, until they are put together. */
  private static final int AT_ONCE = 32;

  private static final MatchModel DEFAULTS = MatchModel.defaults();
  private static final long SEED = 20_240_229;

  /**
   * Among so many records, and fewer, a pair below 0 bits by the default weights, prior aside,
   * cannot become a match. Each doubling of the records halves the prior and takes one bit more.
   */
  private static final double FEW_RECORDS = 1_000;

  private final Pairs pairs;
  private final Patterns patterns;
  private final long[] met = new long[Patterns.KINDS];
  private final double hopeless;
  private long compared;

  private PairScan(int records, int inMemory) {
    this.pairs = new Pairs(inMemory);
    this.patterns = new Patterns(Math.max(1, records / ANCHORS));
    this.hopeless = Math.max(0, Math.log(records / FEW_RECORDS) / Math.log(2));
  }

  /**
   * Compares.
   *
   * @param inMemory how many pairs to hold in memory
   */
  static PairScan of(Corpus corpus, Blocks blocks, int inMemory, BatchProgress progress) {
    Steps steps = new Steps(progress, BatchProgress.Phase.PAIRS, corpus.size());
    int chunks = (corpus.size() + CHUNK - 1) / CHUNK;
    PairScan scan = new PairScan(corpus.size(), inMemory);
    for (int from = 0; from < chunks; from += AT_ONCE) {
      IntStream.range(from, Math.min(chunks, from + AT_ONCE))
          .parallel()
          .mapToObj(chunk -> part(corpus, blocks, chunk, steps))
          .toList()
          .forEach(scan::addAll);
    }
    scan.sampleRandomly(corpus);
    return scan;
  }

  private static PairScan part(Corpus corpus, Blocks blocks, int chunk, Steps steps) {
    PairScan part = new PairScan(corpus.size(), Pairs.IN_MEMORY);
    Candidates candidates = new Candidates();
    int end = Math.min(corpus.size(), (chunk + 1) * CHUNK);
    for (int record = chunk * CHUNK; record < end; record++) {
      blocks.candidates(record, candidates);
      // What the estimation counts has to be whole.
      double least = part.isAnchor(record) ? Double.NEGATIVE_INFINITY : part.hopeless;
      for (int c = 0; c < candidates.size(); c++) {
        if (!candidates.isWorth(c)) {
          continue;
        }
        int other = candidates.record(c);
        long levels = corpus.comparison().levels(other, record, least);
        part.take(other, record, levels, candidates.kinds(c));
      }
    }
    steps.add(end - chunk * CHUNK);
    return part;
  }

  private void take(int a, int b, long levels, int kinds) {
    compared++;
    long vector = ComparisonVector.withoutEchoes(levels);
    if (levels != CodedComparison.HOPELESS
        && DEFAULTS.bits(vector) - Level.PRIOR.bits() >= hopeless) {
      pairs.add(a, b, vector);
    }
    for (int rest = kinds; rest != 0; rest &= rest - 1) {
      met[Integer.numberOfTrailingZeros(rest)]++;
    }
    if (isAnchor(b)) {
      patterns.add(levels, kinds, 1);
    }
  }

  private boolean isAnchor(int record) {
    return record % patterns.stride() == 0;
  }

  private void addAll(PairScan part) {
    pairs.addAll(part.pairs);
    patterns.addAll(part.patterns);
    compared += part.compared;
    for (int kind = 0; kind < met.length; kind++) {
      met[kind] += part.met[kind];
    }
  }

  /** Pairs of any two records, to see how often different people agree by chance. */
  private void sampleRandomly(Corpus corpus) {
    SplittableRandom dice = new SplittableRandom(SEED);
    long possible = (long) corpus.size() * (corpus.size() - 1) / 2;
    int[] pairs = new int[2 * (int) Math.min(RANDOM_PAIRS, possible)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = dice.nextInt(corpus.size());
    }
    int chunks = (pairs.length + CHUNK - 1) / CHUNK;
    IntStream.range(0, chunks)
        .parallel()
        .mapToObj(chunk -> sampled(corpus, pairs, chunk * CHUNK))
        .toList()
        .forEach(patterns.random()::addAll);
  }

  private static LongCounter sampled(Corpus corpus, int[] pairs, int from) {
    LongCounter patterns = new LongCounter();
    for (int i = from; i < Math.min(from + CHUNK, pairs.length); i += 2) {
      if (pairs[i] != pairs[i + 1]) {
        patterns.add(corpus.comparison().levels(pairs[i], pairs[i + 1]), 1);
      }
    }
    return patterns;
  }

  Pairs pairs() {
    return pairs;
  }

  /** Returns what was counted of a sample of the candidates, and of pairs at random. */
  Patterns patterns() {
    return patterns;
  }

  long compared() {
    return compared;
  }

  /** Returns how many compared pairs share a key of a kind. */
  long met(KeyKind kind) {
    return met[kind.ordinal()];
  }
}

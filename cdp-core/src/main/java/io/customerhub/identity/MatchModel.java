package io.customerhub.identity;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What agreement weighs: the weight of each {@link Level}, the prior, how common values are, and
 * from how many bits on two records match. A value: equal models compare equally, on every machine
 * and in any order. Immutable and thread-safe.
 *
 * <p>The weight of a level is the logarithm to base 2 of m over u: m is how often two records of
 * one person come out at the level, u how often two records of different people do.
 *
 * <p>Holds no personal data in clear, see {@link TermFrequencies}. Saved by {@link MatchModelJson}.
 */
public final class MatchModel {

  /** The most that a weight, the prior or a threshold may be, either way, in bits. */
  public static final double MOST_BITS = 100;

  /** Longest origin, in UTF-16 units. */
  public static final int ORIGIN_LENGTH = 200;

  private static final double MATCH_BITS = 2;
  private static final double POSSIBLE_BITS = -3;
  private static final int VERSION_LENGTH = 12;

  private final LevelWeights weights;
  private final double matchBits;
  private final double possibleBits;
  private final TermFrequencies terms;
  private final String origin;
  private final boolean estimated;
  private final Vetoes vetoes;

  private MatchModel(
      LevelWeights weights,
      double matchBits,
      double possibleBits,
      TermFrequencies terms,
      String origin,
      boolean estimated,
      Vetoes vetoes) {
    this.weights = weights;
    this.matchBits = matchBits;
    this.possibleBits = possibleBits;
    this.terms = terms;
    this.origin = origin;
    this.estimated = estimated;
    this.vetoes = vetoes;
  }

  /** Returns the model with the default weights, by which all values are equally common. */
  public static MatchModel defaults() {
    return new MatchModel(
        LevelWeights.defaults(),
        MATCH_BITS,
        POSSIBLE_BITS,
        TermFrequencies.none(),
        "defaults",
        false,
        Vetoes.of(true));
  }

  /**
   * Returns a copy in which a level weighs something else.
   *
   * @param bits at most {@value #MOST_BITS} either way
   * @param m its m-probability; 0 if the weight is not made of probabilities
   * @param u its u-probability; 0 likewise
   * @throws IllegalArgumentException if a value is out of range
   */
  public MatchModel withWeight(Level level, double bits, double m, double u) {
    LevelWeights changed =
        weights.with(
            level, checkBits("bits", bits), checkProbability("m", m), checkProbability("u", u));
    return new MatchModel(changed, matchBits, possibleBits, terms, origin, estimated, vetoes);
  }

  /**
   * Returns a copy with another prior: the log-odds that two records at random are of one person.
   *
   * @throws IllegalArgumentException if it is beyond {@value #MOST_BITS} either way
   */
  public MatchModel withPrior(double priorBits) {
    return withWeight(Level.PRIOR, priorBits, 0, 0);
  }

  /**
   * Returns a copy with other thresholds.
   *
   * @param match from how many bits on two records match; 2 by default
   * @param possible from how many bits on a pair is worth looking at; -3 by default
   * @throws IllegalArgumentException if one is beyond {@value #MOST_BITS} either way, or the second
   *     is above the first
   */
  public MatchModel withThresholds(double match, double possible) {
    if (checkBits("possible", possible) > checkBits("match", match)) {
      throw new IllegalArgumentException("possible: " + possible + " is above match: " + match);
    }
    return new MatchModel(weights, match, possible, terms, origin, estimated, vetoes);
  }

  /** Returns a copy that knows how common values are. */
  public MatchModel withTerms(TermFrequencies frequencies) {
    Objects.requireNonNull(frequencies, "frequencies");
    return new MatchModel(weights, matchBits, possibleBits, frequencies, origin, estimated, vetoes);
  }

  /**
   * Returns a copy that says where it comes from.
   *
   * @param words in at most {@value #ORIGIN_LENGTH} characters
   * @param isEstimated whether its weights were learned from data
   * @throws IllegalArgumentException if the words are too long
   */
  public MatchModel withOrigin(String words, boolean isEstimated) {
    if (words.length() > ORIGIN_LENGTH) {
      throw new IllegalArgumentException(
          "origin: " + words.length() + " characters, expected at most " + ORIGIN_LENGTH);
    }
    return new MatchModel(weights, matchBits, possibleBits, terms, words, isEstimated, vetoes);
  }

  /**
   * Returns a copy for data of another kind.
   *
   * @param live whether families live in it, as by default: who has another name or birth date at
   *     one home is somebody else; if not, it is a mistake of whoever wrote it down
   */
  public MatchModel withFamilies(boolean live) {
    Vetoes changed = Vetoes.of(live);
    return new MatchModel(weights, matchBits, possibleBits, terms, origin, estimated, changed);
  }

  /** Returns what forbids a match whatever it weighs. */
  public Vetoes vetoes() {
    return vetoes;
  }

  /** Returns where the weights come from: defaults, or an estimate and from how much. */
  public String origin() {
    return origin;
  }

  /** Returns whether the weights were learned from data; if not, {@link #origin()} says why. */
  public boolean isEstimated() {
    return estimated;
  }

  /** Returns the weight of a level, in bits; of {@link Level#PRIOR} the prior log-odds. */
  public double bits(Level level) {
    return weights.bits(level);
  }

  /** Returns a level as evidence of its weight. */
  Evidence evidence(Level level) {
    return weights.evidence(level);
  }

  /** Returns the m-probability of a level; 0 if its weight is not made of probabilities. */
  public double m(Level level) {
    return weights.m(level);
  }

  /** Returns the u-probability of a level; 0 if its weight is not made of probabilities. */
  public double u(Level level) {
    return weights.u(level);
  }

  /**
   * Returns the prior and the weights of the levels of a vector, without term frequencies.
   *
   * @param vector the {@link ComparisonVector#bits() bits} of a vector {@link
   *     ComparisonVector#withoutEchoes without echoes}, as comparisons return it
   */
  public double bits(long vector) {
    return weights.bits(vector);
  }

  /** Returns from how many bits on two records match, unless something forbids it. */
  public double matchBits() {
    return matchBits;
  }

  /** Returns from how many bits on a pair is worth looking at. */
  public double possibleBits() {
    return possibleBits;
  }

  /** Returns how common values are. */
  public TermFrequencies terms() {
    return terms;
  }

  /** Returns the model's name: 12 hexadecimal digits, the same for equal models and no others. */
  public String version() {
    return Hashing.sha256()
        .hashString(MatchModelJson.write(this), StandardCharsets.UTF_8)
        .toString()
        .substring(0, VERSION_LENGTH);
  }

  /** Returns a line for each level whose weight is at least half a bit off its default. */
  public List<String> changes() {
    List<String> changes = new ArrayList<>();
    for (Level level : Level.values()) {
      if (Math.abs(bits(level) - level.bits()) >= 0.5) {
        Evidence evidence = level.evidence();
        changes.add(
            String.format(
                Locale.ROOT,
                "%s, %s: %.1f instead of %.1f bits",
                evidence.comparison(),
                evidence.level(),
                bits(level),
                level.bits()));
      }
    }
    return changes;
  }

  /**
   * Returns what another model changes, a line each, such as {@code email, exact: 13.0 -> 11.2 bits
   * (-1.8)}; empty if it compares as this one does, wherever it comes from.
   */
  public List<String> diff(MatchModel other) {
    return ModelDiff.of(this, other);
  }

  /** Returns whether the other model weighs equally and comes from the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof MatchModel model
        && weights.equals(model.weights)
        && matchBits == model.matchBits
        && possibleBits == model.possibleBits
        && terms.equals(model.terms)
        && origin.equals(model.origin)
        && vetoes.families() == model.vetoes.families()
        && estimated == model.estimated;
  }

  @Override
  public int hashCode() {
    return Objects.hash(weights, matchBits, possibleBits, origin);
  }

  /** Returns the origin and the prior. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "MatchModel[%s, prior %.1f bits]", origin, weights.bits(Level.PRIOR));
  }

  private static double checkBits(String name, double bits) {
    if (!(Math.abs(bits) <= MOST_BITS)) {
      throw new IllegalArgumentException(
          name + ": " + bits + ", expected a number from -" + MOST_BITS + " to " + MOST_BITS);
    }
    // There are two zeros; equal models have the same one.
    return bits + 0.0;
  }

  private static double checkProbability(String name, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          name + ": " + probability + ", expected a probability from 0 to 1");
    }
    return probability + 0.0;
  }
}

package io.customerhub.identity.batch;

import io.customerhub.event.Identifier;
import io.customerhub.identity.Groups;
import io.customerhub.identity.Guard;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.MatchRules;
import io.customerhub.identity.Pairs;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of many records are of one person, with no labels and no settings. Pure: the answer
 * depends on what the records say and not on their order. Immutable and thread-safe; a call uses
 * the common pool's threads.
 *
 * <p>What two records weigh is learned from the records, and from how many bits on they match: from
 * 0 to 2, as {@link BatchResult#model()} tells. At 0 they are as likely of one person as not; more
 * is asked for where that would join too many wrongly, as where there are no duplicates, and among
 * more than ten thousand records.
 *
 * <pre>{@code
 * BatchResult result = BatchResolver.create().resolve(records);
 * result.clusterOf("row-1");
 * }</pre>
 */
public final class BatchResolver {

  private static final long KEYS_AT_ONCE = 1L << 26;
  private static final long LEAST_KEYS_AT_ONCE = 100_000;
  private static final int LEAST_PAIRS_IN_MEMORY = 1_000;

  private final IdentityResolver resolver;
  private final Set<String> singleValued;
  private final @Nullable MatchModel given;
  private final BatchProgress progress;
  private final long keysAtOnce;
  private final int pairsInMemory;

  private BatchResolver(
      IdentityResolver resolver,
      Set<String> singleValued,
      @Nullable MatchModel given,
      BatchProgress progress,
      long keysAtOnce,
      int pairsInMemory) {
    this.resolver = resolver;
    this.singleValued = singleValued;
    this.given = given;
    this.progress = progress;
    this.keysAtOnce = keysAtOnce;
    this.pairsInMemory = pairsInMemory;
  }

  /** Returns a resolver that compares as {@link MatchRules#people()} does. */
  public static BatchResolver create() {
    return create(MatchRules.people());
  }

  /**
   * Returns a resolver that compares as these rules do. Rules of similarity and namespaces that the
   * host has added are not asked: a batch weighs.
   *
   * @param rules {@link MatchRules#people()} or {@link MatchRules#organisations()}
   */
  public static BatchResolver create(MatchRules rules) {
    return new BatchResolver(
        IdentityResolver.create(rules),
        Set.of(),
        null,
        (phase, done, total) -> {},
        KEYS_AT_ONCE,
        Pairs.IN_MEMORY);
  }

  /**
   * Returns a copy that never joins two values of a namespace, such as a national id that is known
   * to be right. By default there is none: ids have typing errors too.
   *
   * @throws io.customerhub.event.InvalidEventException if the namespace is not well-formed
   */
  public BatchResolver withSingleValued(String namespace) {
    Identifier.of(namespace, "checked");
    Set<String> more = new TreeSet<>(singleValued);
    more.add(namespace);
    return new BatchResolver(resolver, more, given, progress, keysAtOnce, pairsInMemory);
  }

  /**
   * Returns a copy that weighs by a model instead of estimating one: its weights, its thresholds,
   * how common it says values are and whether families live in the data. What is known beforehand
   * need not be learned again, and two records weigh what they weigh in {@link
   * IdentityResolver#withModel}.
   */
  public BatchResolver withModel(MatchModel model) {
    Objects.requireNonNull(model, "model");
    return new BatchResolver(resolver, singleValued, model, progress, keysAtOnce, pairsInMemory);
  }

  /** Returns a copy that tells how far it has come. By default nobody is told. */
  public BatchResolver withProgress(BatchProgress told) {
    return new BatchResolver(resolver, singleValued, given, told, keysAtOnce, pairsInMemory);
  }

  /**
   * Returns a copy that holds about so many blocking keys at once, of 12 bytes each, while it looks
   * for records to compare. A record has about 40; if there are more, they are made again for each
   * of several passes. The result is the same.
   *
   * @param most at least 100,000; by default {@value #KEYS_AT_ONCE}, which is about 800 MB for 1.6
   *     million records and more
   * @throws IllegalArgumentException if it is less
   */
  public BatchResolver withKeysAtOnce(long most) {
    if (most < LEAST_KEYS_AT_ONCE) {
      throw new IllegalArgumentException(
          "most: " + most + ", expected at least " + LEAST_KEYS_AT_ONCE);
    }
    return new BatchResolver(resolver, singleValued, given, progress, most, pairsInMemory);
  }

  /**
   * Returns a copy that holds so many compared pairs in memory, of 16 bytes each; what is more goes
   * to temporary files in {@code java.io.tmpdir}, of 16 MiB for a million. They hold no values and
   * are removed. There are a few pairs a record, more where many are alike. The result is the same.
   *
   * @param most at least 1,000; by default {@value Pairs#IN_MEMORY}, which is 128 MiB
   * @throws IllegalArgumentException if it is less
   */
  public BatchResolver withPairsInMemory(int most) {
    if (most < LEAST_PAIRS_IN_MEMORY) {
      throw new IllegalArgumentException(
          "most: " + most + ", expected at least " + LEAST_PAIRS_IN_MEMORY);
    }
    return new BatchResolver(resolver, singleValued, given, progress, keysAtOnce, most);
  }

  /**
   * Resolves the records. Later changes of the set do not change the result.
   *
   * @throws java.io.UncheckedIOException if pairs do not fit in memory and cannot be written
   * @throws IllegalArgumentException if they are of people and the rules of organisations, or the
   *     other way round
   */
  public BatchResult resolve(RecordSet records) {
    if (records.areOfOrganisations() != resolver.rules().areOfOrganisations()) {
      throw new IllegalArgumentException(
          "records: "
              + records
              + ", not for "
              + resolver.rules()
              + "; see RecordSet.create(rules)");
    }
    IdentityResolver weighing = given == null ? resolver : resolver.withModel(given);
    Corpus corpus = Corpus.of(records, weighing, given == null);
    Decisions decisions = new Decisions(records, corpus);
    Blocks blocks = Blocks.of(new BlockBuilding(corpus, resolver, keysAtOnce, progress));
    PairScan scan = PairScan.of(corpus, blocks, pairsInMemory, progress);
    Steps steps = new Steps(progress, BatchProgress.Phase.PEOPLE, 2);
    Scores scores =
        given == null
            ? estimated(scan, corpus, decisions)
            : new Scores(corpus, given, TermWeights.known(corpus, given.terms()));
    steps.add(1);
    Clustering clustering = clustered(scan, scores, corpus, decisions);
    steps.add(1);
    return new BatchResult(
        corpus,
        resolver,
        scan,
        blocks.counts(),
        scores,
        clustering,
        guard(corpus, scores, decisions),
        given != null);
  }

  private Scores estimated(PairScan scan, Corpus corpus, Decisions decisions) {
    Scores first = estimated(scan, corpus, TermWeights.none(corpus));
    Groups people = clustered(scan, first.byContact(), corpus, decisions).groups();
    return estimated(scan, corpus, TermWeights.of(corpus, people.inOrder(), people.groups()));
  }

  private Scores estimated(PairScan scan, Corpus corpus, TermWeights terms) {
    MatchModel model = estimation(scan, corpus, terms).run();
    double match =
        MatchThreshold.of(scan.pairs(), scores(scan, corpus, model, terms), corpus.size());
    return scores(scan, corpus, model.withThresholds(match, Scores.POSSIBLE_BITS), terms);
  }

  private static Estimation estimation(PairScan scan, Corpus corpus, TermWeights terms) {
    return new Estimation(scan.patterns(), corpus.size(), corpus.different(), terms.exactU());
  }

  private Clustering clustered(PairScan scan, Scores scores, Corpus corpus, Decisions decisions) {
    return Clustering.of(
        scan.pairs(), scores, guard(corpus, scores, decisions), decisions, corpus.size());
  }

  private Scores scores(PairScan scan, Corpus corpus, MatchModel model, TermWeights terms) {
    return new Scores(corpus, model.withFamilies(scan.patterns().vetoes().families()), terms);
  }

  private Guard guard(Corpus corpus, Scores scores, Decisions decisions) {
    return new Guard(scores, new HardRefusals(corpus, decisions, singleValued));
  }
}

package io.customerhub.identity.batch;

import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.Evidence;
import io.customerhub.identity.Guard;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.KeyKind;
import io.customerhub.identity.Match.Grade;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.Pairs;
import io.customerhub.identity.batch.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Collectors;

/**
 * Who is who, and why. Immutable and thread-safe; keeps the records it was made of. Costs nothing
 * to ask: what is not asked is not computed.
 */
public final class BatchResult {

  private static final int LARGEST = 10;

  private final boolean given;
  private final Corpus corpus;
  private final PairScan scan;
  private final Blocks.Counts keys;
  private final Scores scores;
  private final Clustering clustering;
  private final Explainer explainer;
  private final String[] clusterIds;

  /** The best matching pair of each record within its cluster; -1 if it is alone. */
  private final int[] best;

  BatchResult(
      Corpus corpus,
      IdentityResolver resolver,
      PairScan scan,
      Blocks.Counts keys,
      Scores scores,
      Clustering clustering,
      Guard guard,
      boolean given) {
    this.given = given;
    this.corpus = corpus;
    this.scan = scan;
    this.keys = keys;
    this.scores = scores;
    this.clustering = clustering;
    this.explainer = new Explainer(corpus, resolver, scores, guard, clustering.groups());
    this.clusterIds = clusterIds();
    this.best = best();
  }

  private String[] clusterIds() {
    String[] smallest = new String[corpus.size()];
    for (int i = 0; i < corpus.size(); i++) {
      int group = clustering.groups().groupOf(i);
      String known = smallest[group];
      smallest[group] = known == null || corpus.id(i).compareTo(known) < 0 ? corpus.id(i) : known;
    }
    return smallest;
  }

  private int[] best() {
    int[] found = new int[corpus.size()];
    Arrays.fill(found, -1);
    double[] weights = new double[corpus.size()];
    Pairs pairs = scan.pairs();
    for (int i = 0; i < pairs.size(); i++) {
      if (clustering.groups().groupOf(pairs.left(i))
          == clustering.groups().groupOf(pairs.right(i))) {
        double bits = clustering.bits(i);
        for (int record : new int[] {pairs.left(i), pairs.right(i)}) {
          if (found[record] < 0 || bits > weights[record]) {
            found[record] = i;
            weights[record] = bits;
          }
        }
      }
    }
    return found;
  }

  /** Returns all clusters, each as the sorted ids of its records; sorted by their first. */
  public List<List<String>> clusters() {
    List<List<String>> clusters = new ArrayList<>();
    for (int group = 0; group < corpus.size(); group++) {
      int[] members = clustering.groups().members(group);
      if (members.length > 0) {
        clusters.add(Arrays.stream(members).mapToObj(corpus::id).sorted().toList());
      }
    }
    clusters.sort(Comparator.comparing(cluster -> cluster.get(0)));
    return List.copyOf(clusters);
  }

  /**
   * Returns the id of a record's cluster: the smallest among its records.
   *
   * @throws IllegalArgumentException if there is no such record
   */
  public String clusterOf(String id) {
    return clusterIds[clustering.groups().groupOf(corpus.position(id))];
  }

  /**
   * Returns where a record ended.
   *
   * @throws IllegalArgumentException if there is no such record
   */
  public ResolvedRecord record(String id) {
    int at = corpus.position(id);
    int pair = best[at];
    if (pair < 0) {
      boolean alone = clustering.groups().members(clustering.groups().groupOf(at)).length == 1;
      return new ResolvedRecord(id, clusterOf(id), 0, alone ? "no match" : "decided by hand");
    }
    String reason =
        new ComparisonVector(scan.pairs().vector(pair))
            .levels().stream()
                .filter(level -> scores.model().bits(level) > 0)
                .map(level -> words(level.evidence()))
                .collect(Collectors.joining(", "));
    return new ResolvedRecord(id, clusterOf(id), clustering.bits(pair), reason);
  }

  private static String words(Evidence evidence) {
    return evidence.comparison() + " " + evidence.level();
  }

  /**
   * Explains a pair: why it is together, or why not, with the weights that add up to its score.
   *
   * @throws IllegalArgumentException if there is no such record
   */
  public PairExplanation why(String a, String b) {
    return explainer.explain(corpus.position(a), corpus.position(b));
  }

  /**
   * Says in one sentence why two records are not together, such as {@code never compared: no common
   * key}.
   *
   * @throws IllegalArgumentException if there is no such record
   */
  public String whyNot(String a, String b) {
    return why(a, b).verdict();
  }

  /** A pair that somebody may look at, and what it weighs. */
  private record Open(int pair, double bits) {}

  /**
   * Returns pairs that may be of one person and are not together, most likely first.
   *
   * @param most how many at most, not negative
   */
  public List<PairExplanation> possible(int most) {
    Pairs pairs = scan.pairs();
    List<Open> open = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      boolean apart =
          clustering.groups().groupOf(pairs.left(i)) != clustering.groups().groupOf(pairs.right(i));
      double bits = apart ? clustering.bits(i) : 0;
      if (apart && scores.grade(bits, pairs.vector(i)) != Grade.NO) {
        open.add(new Open(i, bits));
      }
    }
    open.sort(Comparator.comparingDouble(Open::bits).reversed());
    return open.stream()
        .limit(most)
        .map(one -> explainer.explain(pairs.left(one.pair()), pairs.right(one.pair())))
        .toList();
  }

  /**
   * Returns the model by which the records were grouped: the one that was given, or an estimate
   * with its weights and how common values are. Two records weigh by it what they weigh here; by an
   * estimate, but for values that ten people or fewer have.
   */
  public MatchModel model() {
    MatchModel weights = scores.model();
    // Salted with the model's own making, so that equal records give equal models.
    return scores.terms().areCounted()
        ? weights.withTerms(scores.terms().frequencies(weights.version()))
        : weights;
  }

  /** Returns what the batch went through. */
  public Diagnostics diagnostics() {
    Map<KeyKind, Long> byKey = new EnumMap<>(KeyKind.class);
    for (KeyKind kind : KeyKind.values()) {
      if (scan.met(kind) > 0) {
        byKey.put(kind, scan.met(kind));
      }
    }
    return new Diagnostics(
        corpus.size(),
        scan.compared(),
        byKey,
        keys.narrowed(),
        keys.cut(),
        keys.unlinkable(),
        clustering.possible(),
        clustering.refused(),
        findings(),
        largest());
  }

  private List<Finding> findings() {
    Findings more = new Findings();
    more.add(Kind.SWAPPED, "given_name, surname", SwappedNames.count(corpus));
    scores.terms().addGenericTo(more);
    more.add(Kind.UNLINKABLE, "", keys.unlinkable());
    more.add(Kind.COPY, "", corpus.size() - corpus.different());
    more.add(Kind.CUT, "", keys.cut());
    if (!given && !scores.model().isEstimated()) {
      more.add(Kind.DEFAULTS, "", corpus.different());
    }
    List<Finding> findings = new ArrayList<>(corpus.findings());
    findings.addAll(more.all());
    findings.sort(Comparator.comparing(Finding::kind).thenComparing(Finding::field));
    return findings;
  }

  private List<Map.Entry<String, Integer>> largest() {
    Comparator<Integer> largestFirst =
        Comparator.comparingInt((Integer group) -> -clustering.groups().members(group).length)
            .thenComparing(group -> clusterIds[group]);
    Queue<Integer> smallestFirst = new PriorityQueue<>(largestFirst.reversed());
    for (int group = 0; group < corpus.size(); group++) {
      if (clustering.groups().members(group).length > 0) {
        smallestFirst.add(group);
      }
      if (smallestFirst.size() > LARGEST) {
        smallestFirst.remove();
      }
    }
    return smallestFirst.stream()
        .sorted(largestFirst)
        .map(group -> Map.entry(clusterIds[group], clustering.groups().members(group).length))
        .toList();
  }
}

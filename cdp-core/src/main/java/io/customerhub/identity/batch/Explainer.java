package io.customerhub.identity.batch;

import io.customerhub.identity.BlockingKey;
import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.Evidence;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.KeyKind;
import io.customerhub.identity.Level;
import io.customerhub.identity.Match.Grade;
import io.customerhub.identity.MatchModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts into words what became of a pair. */
final class Explainer {

  private final Corpus corpus;
  private final IdentityResolver resolver;
  private final Scores scores;
  private final Guard guard;
  private final Groups groups;

  Explainer(Corpus corpus, IdentityResolver resolver, Scores scores, Guard guard, Groups groups) {
    this.corpus = corpus;
    this.resolver = resolver;
    this.scores = scores;
    this.guard = guard;
    this.groups = groups;
  }

  PairExplanation explain(int a, int b) {
    long vector = scores.vector(a, b);
    List<PairExplanation.Row> rows = rows(a, b, vector);
    double bits = rows.stream().mapToDouble(PairExplanation.Row::bits).sum();
    List<String> keys = keys(a, b);
    return new PairExplanation(
        corpus.id(a),
        corpus.id(b),
        scores.grade(bits, vector),
        rows,
        keys,
        verdict(a, b, vector, bits, keys));
  }

  private List<PairExplanation.Row> rows(int a, int b, long vector) {
    List<PairExplanation.Row> rows = new ArrayList<>();
    rows.add(row(Level.PRIOR));
    Map<Level, Double> adjustments = scores.terms().adjustments(a, b, vector, scores.model());
    for (Level level : new ComparisonVector(vector).levels()) {
      rows.add(row(level));
      Double bits = adjustments.get(level);
      if (bits != null) {
        rows.add(
            new PairExplanation.Row(
                level.evidence().comparison(),
                bits > 0 ? "a rare value" : "a common value",
                bits,
                0,
                0));
      }
    }
    return rows;
  }

  private PairExplanation.Row row(Level level) {
    Evidence evidence = level.evidence();
    MatchModel model = scores.model();
    return new PairExplanation.Row(
        evidence.comparison(), evidence.level(), model.bits(level), model.m(level), model.u(level));
  }

  private List<String> keys(int a, int b) {
    Set<BlockingKey> ofA = new HashSet<>(resolver.broadKeys(corpus.record(a)));
    return resolver.broadKeys(corpus.record(b)).stream()
        .filter(key -> key.kind() != KeyKind.NARROW && ofA.contains(key))
        .map(key -> key.kind().name().toLowerCase(Locale.ROOT))
        .distinct()
        .sorted()
        .toList();
  }

  private String verdict(int a, int b, long vector, double bits, List<String> keys) {
    int one = groups.groupOf(a);
    int other = groups.groupOf(b);
    if (one == other) {
      return scores.grade(bits, vector) == Grade.MATCH
          ? "together: the two match"
          : "together: each matches other records of the cluster";
    }
    String refusal = guard.refusal(groups.members(one), groups.members(other));
    if (keys.isEmpty()) {
      return "never compared: no common key";
    }
    String veto = scores.vetoes().of(vector);
    if (!veto.isEmpty() && bits >= Scores.MATCH_BITS) {
      return "apart, to be looked at: " + veto;
    }
    if (bits < Scores.MATCH_BITS) {
      return String.format(
          Locale.ROOT, "apart: %.1f bits, a match takes %.1f", bits, Scores.MATCH_BITS);
    }
    return refusal.isEmpty() ? "apart: never met, their keys are too common" : "apart: " + refusal;
  }
}

package io.customerhub.identity.batch;

import io.customerhub.identity.BlockingKey;
import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.Groups;
import io.customerhub.identity.Guard;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.KeyKind;
import io.customerhub.identity.Level;
import io.customerhub.identity.Match.Grade;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.Waterfall;
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
    Waterfall waterfall = new Waterfall(bars(a, b, vector), scores.model().matchBits());
    double bits = waterfall.bits();
    List<String> keys = keys(a, b);
    return new PairExplanation(
        corpus.id(a),
        corpus.id(b),
        scores.grade(bits, vector),
        waterfall,
        keys,
        verdict(a, b, vector, bits, keys));
  }

  private List<Waterfall.Bar> bars(int a, int b, long vector) {
    MatchModel model = scores.model();
    List<Waterfall.Bar> bars = new ArrayList<>();
    bars.add(Waterfall.Bar.of(Level.PRIOR, model));
    Map<Level, Double> adjustments = scores.terms().adjustments(a, b, vector, model);
    for (Level level : new ComparisonVector(vector).levels()) {
      bars.add(Waterfall.Bar.of(level, model));
      Double bits = adjustments.get(level);
      if (bits != null) {
        bars.add(Waterfall.Bar.ofTerm(level, bits));
      }
    }
    return bars;
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
    String veto = scores.vetoes().reason(vector);
    if (!veto.isEmpty() && bits >= scores.model().matchBits()) {
      return "apart, to be looked at: " + veto;
    }
    if (bits < scores.model().matchBits()) {
      return String.format(
          Locale.ROOT, "apart: %.1f bits, a match takes %.1f", bits, scores.model().matchBits());
    }
    return refusal.isEmpty()
        ? "apart: too common keys, or as likely of another"
        : "apart: " + refusal;
  }
}

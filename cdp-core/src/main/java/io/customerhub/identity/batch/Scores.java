package io.customerhub.identity.batch;

import io.customerhub.identity.Level;
import io.customerhub.identity.Match.Grade;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.PairWeights;
import io.customerhub.identity.Vetoes;
import java.util.List;

/** What pairs of records weigh by one model. */
final class Scores implements PairWeights {

  /** From here on a pair is a match by any estimate, unless something forbids it. */
  static final double MATCH_BITS = 2;

  static final double POSSIBLE_BITS = -3;

  private static final List<Level> CONTACTS = List.of(Level.EMAIL_EXACT, Level.PHONE_EXACT);

  private final Corpus corpus;
  private final MatchModel model;
  private final TermWeights terms;
  private final Vetoes vetoes;

  Scores(Corpus corpus, MatchModel model, TermWeights terms) {
    this.corpus = corpus;
    this.model = model;
    this.terms = terms;
    this.vetoes = model.vetoes();
  }

  /**
   * Returns scores by which records with an e-mail address or a phone number in common are of one
   * person unless something speaks against it: for counting by how many people a value is held.
   * Counted as two they would make each other look like people who share an address.
   */
  Scores byContact() {
    double enough = Math.min(MatchModel.MOST_BITS, MATCH_BITS - model.bits(Level.PRIOR));
    MatchModel trusting = model;
    for (Level level : CONTACTS) {
      double bits = Math.max(model.bits(level), enough);
      trusting = trusting.withWeight(level, bits, model.m(level), model.u(level));
    }
    return new Scores(corpus, trusting, terms);
  }

  MatchModel model() {
    return model;
  }

  TermWeights terms() {
    return terms;
  }

  @Override
  public long vector(int a, int b) {
    // In one order, so that it cannot matter which record comes first.
    return corpus.comparison().vector(Math.min(a, b), Math.max(a, b));
  }

  @Override
  public double bits(int a, int b, long vector) {
    return model.bits(vector) + terms.sum(a, b, vector, model);
  }

  @Override
  public Vetoes vetoes() {
    return vetoes;
  }

  Grade grade(double bits, long vector) {
    boolean forbidden = vetoes.forbid(vector);
    if (bits >= model.matchBits() && !forbidden) {
      return Grade.MATCH;
    }
    return bits >= model.possibleBits() ? Grade.POSSIBLE : Grade.NO;
  }
}

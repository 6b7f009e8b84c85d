package io.customerhub.identity;

import io.customerhub.identity.Level.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The levels at which two records agree, and the grade that they add up to.
 *
 * <p>A sum alone would join twins, and a father and a son of one name: the model's {@link Vetoes}
 * forbid it whatever the sum is.
 */
final class Weighing {

  static final String HOUSEHOLD = "household";

  private static final String RELATED = "one surname and home, unrelated given names";

  private final MatchModel model;
  private final List<Level> levels = new ArrayList<>(12);
  private Map<Level, Double> adjustments = Map.of();
  private long vector;
  private double bits;

  Weighing(MatchModel model) {
    this.model = model;
    add(Level.PRIOR);
  }

  void add(@Nullable Level level) {
    if (level == null) {
      return;
    }
    levels.add(level);
    bits += model.bits(level);
    vector |= level == Level.PRIOR ? 0 : ComparisonVector.bit(level);
  }

  /** Weighs rare and common values, once all levels are there. */
  void adjust(MatchRecord a, MatchRecord b) {
    adjustments = model.terms().adjustments(levels, a, b, model);
    for (double adjustment : adjustments.values()) {
      bits += adjustment;
    }
  }

  Match.Grade grade() {
    if (bits >= model.matchBits() && !model.vetoes().forbid(vector)) {
      return Match.Grade.MATCH;
    }
    return bits >= model.possibleBits() || isHousehold() || isNamesake()
        ? Match.Grade.POSSIBLE
        : Match.Grade.NO;
  }

  /** The names agree, and that is all there is: too little to decide, too much to pass over. */
  private boolean isNamesake() {
    return levels.stream().noneMatch(Level::contradicts)
        && levels.stream().anyMatch(Weighing::namesAgree);
  }

  private static boolean namesAgree(Level level) {
    return (level.field() == Field.NAME || level.field() == Field.ORGANISATION)
        && level.agrees()
        && level.bits() >= Level.NAME_CLOSE.bits();
  }

  /** Surname and home are one, given names are not: a family rather than a person. */
  boolean isHousehold() {
    return levels.contains(Level.NAME_SURNAME_ONLY) && atHome();
  }

  /** Returns why the two do not match, however much they weigh; empty if nothing forbids it. */
  String objection() {
    String reason = model.vetoes().reason(vector);
    return !reason.isEmpty() && isHousehold() ? HOUSEHOLD + ": " + RELATED : reason;
  }

  /** Returns the weights with what they are made of; they are those of {@link #evidence()}. */
  Waterfall waterfall() {
    List<Waterfall.Bar> bars = new ArrayList<>(levels.size() + 2);
    for (Level level : levels) {
      bars.add(Waterfall.Bar.of(level, model));
      Double adjustment = adjustments.get(level);
      if (adjustment != null) {
        bars.add(Waterfall.Bar.ofTerm(level, adjustment));
      }
    }
    return new Waterfall(bars, model.matchBits());
  }

  List<Evidence> evidence() {
    List<Evidence> evidence = new ArrayList<>(levels.size() + 2);
    for (Level level : levels) {
      evidence.add(model.evidence(level));
      Double adjustment = adjustments.get(level);
      if (adjustment != null) {
        evidence.add(TermFrequencies.evidence(level, adjustment));
      }
    }
    if (isHousehold()) {
      evidence.add(new Evidence(HOUSEHOLD, RELATED, 0));
    }
    return evidence;
  }

  private boolean atHome() {
    return levels.stream()
        .filter(Level::agrees)
        .anyMatch(level -> level.field() == Field.ADDRESS || level.field() == Field.PHONE);
  }
}

package io.customerhub.identity;

import io.customerhub.identity.Level.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The levels at which two records agree, and the grade that they add up to.
 *
 * <p>A sum alone would join twins, and a father and a son of one name. So whatever it is, joining
 * also takes fields that say who it is and not only where from, and no contradiction that an exact
 * id does not explain.
 */
final class Weighing {

  static final String HOUSEHOLD = "household";

  private static final String RELATED = "one surname and home, unrelated given names";

  private final MatchModel model;
  private final List<Level> levels = new ArrayList<>(12);
  private Map<Level, Double> adjustments = Map.of();
  private final Set<Field> agreeing = EnumSet.noneOf(Field.class);
  private final Set<Field> contradicting = EnumSet.noneOf(Field.class);
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
    if (level.contradicts()) {
      contradicting.add(level.field());
    }
    if (level.agrees()) {
      agreeing.add(level.field());
    }
  }

  /** Weighs rare and common values, once all levels are there. */
  void adjust(MatchRecord a, MatchRecord b) {
    adjustments = model.terms().adjustments(levels, a, b, model);
    for (double adjustment : adjustments.values()) {
      bits += adjustment;
    }
  }

  Match.Grade grade() {
    if (bits >= model.matchBits() && saysWho() && !contradicted() && !isNamesakeElsewhere()) {
      return Match.Grade.MATCH;
    }
    return bits >= model.possibleBits() || isHousehold() || isNamesake()
        ? Match.Grade.POSSIBLE
        : Match.Grade.NO;
  }

  /** The names agree, and that is all there is: too little to decide, too much to pass over. */
  private boolean isNamesake() {
    return contradicting.isEmpty() && levels.stream().anyMatch(Weighing::namesAgree);
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
    if (isHousehold()) {
      return HOUSEHOLD + ": " + RELATED;
    }
    if (contradicted()) {
      return "contradicted by "
          + levels.stream()
              .filter(Level::contradicts)
              .map(level -> level.evidence().comparison() + " " + level.evidence().level())
              .collect(Collectors.joining(", "));
    }
    if (isNamesakeElsewhere()) {
      return "one name, two places";
    }
    return saysWho() ? "" : "too little says who it is";
  }

  private boolean isNamesakeElsewhere() {
    return ComparisonVector.of(levels).isNamesakeElsewhere();
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
    for (Waterfall.Bar bar : waterfall().bars()) {
      evidence.add(new Evidence(bar.comparison(), bar.level(), bar.bits()));
    }
    if (isHousehold()) {
      evidence.add(new Evidence(HOUSEHOLD, RELATED, 0));
    }
    return evidence;
  }

  private boolean saysWho() {
    return (agrees(Field.BIRTH) && isNamed())
        || (agreeing.size() >= 2
            && (agrees(Field.ID)
                || agrees(Field.EMAIL)
                || agrees(Field.ORGANISATION)
                || agrees(Field.DOMAIN)))
        || (nearId() && atHome() && (agrees(Field.NAME) || agrees(Field.BIRTH)))
        || (nearEmail() && agrees(Field.BIRTH));
  }

  /** Two people of one name in one house do not have almost one number. */
  private boolean nearId() {
    return levels.contains(Level.ID_ONE_EDIT) || levels.contains(Level.ID_TWO_EDITS);
  }

  private boolean nearEmail() {
    return levels.contains(Level.EMAIL_USER) || levels.contains(Level.EMAIL_CLOSE);
  }

  /** A surname may have changed by marriage where given name, birth date and home are the same. */
  private boolean isNamed() {
    return agrees(Field.NAME) || (levels.contains(Level.NAME_GIVEN_ONLY) && atHome());
  }

  private boolean atHome() {
    return agrees(Field.ADDRESS) || agrees(Field.PHONE);
  }

  /**
   * An exact id outweighs mistakes elsewhere; an exact e-mail address, which families share, only a
   * birth date that is wrong for the same name.
   */
  private boolean contradicted() {
    boolean explained =
        agrees(Field.ID)
            || (agrees(Field.EMAIL)
                && agrees(Field.NAME)
                && contradicting.equals(EnumSet.of(Field.BIRTH)));
    return !contradicting.isEmpty() && !explained;
  }

  private boolean agrees(Field field) {
    return agreeing.contains(field);
  }
}

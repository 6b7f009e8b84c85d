package io.customerhub.identity;

import static java.util.Map.entry;

import io.customerhub.identity.Level.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The comparisons whose levels exclude each other, and how often two records of one person come out
 * at each level unless the data says otherwise. For estimating a {@link MatchModel}.
 */
public final class Comparisons {

  /**
   * One comparison.
   *
   * @param levels its levels, least agreement first
   */
  public record Comparison(List<Level> levels) {

    /** Copies the levels. */
    public Comparison {
      levels = List.copyOf(levels);
    }

    /** Returns what the comparison speaks of. */
    public Field field() {
      return levels.get(0).field();
    }
  }

  /** The default m-probabilities. Levels that are not named are not estimated. */
  private static final List<Map<Level, Double>> DEFAULTS =
      List.of(
          Map.ofEntries(
              entry(Level.NAME_EXACT, 0.62),
              entry(Level.NAME_SWAPPED, 0.03),
              entry(Level.NAME_NICKNAME, 0.05),
              entry(Level.NAME_CLOSE, 0.12),
              entry(Level.NAME_FAIR, 0.03),
              entry(Level.NAME_INITIAL, 0.02),
              entry(Level.NAME_SURNAME_LOOSE, 0.02),
              entry(Level.NAME_GIVEN_FAR, 0.015),
              entry(Level.NAME_BOTH_LOOSE, 0.005),
              entry(Level.NAME_GIVEN_ONLY, 0.05),
              entry(Level.NAME_GIVEN_LOOSE, 0.003),
              entry(Level.NAME_SURNAME_ONLY, 0.03),
              entry(Level.NAME_DIFFERENT, 0.007)),
          Map.of(
              Level.NAME_GIVEN_ALONE, 0.45,
              Level.NAME_SURNAME_ALONE, 0.4,
              Level.NAME_PART_CLOSE, 0.1,
              Level.NAME_PART_DIFFERENT, 0.05),
          Map.of(
              Level.BIRTH_EXACT, 0.87,
              Level.BIRTH_SWAPPED, 0.02,
              Level.BIRTH_ONE_EDIT, 0.06,
              Level.BIRTH_YEAR_KNOWN, 0.01,
              Level.BIRTH_TWO_EDITS, 0.01,
              Level.BIRTH_YEARS_APART, 0.002,
              Level.BIRTH_SAME_YEAR, 0.01,
              Level.BIRTH_DIFFERENT, 0.015),
          Map.of(
              Level.ID_EXACT, 0.8,
              Level.ID_ONE_EDIT, 0.08,
              Level.ID_TWO_EDITS, 0.02,
              Level.ID_DIFFERENT, 0.1),
          Map.of(
              Level.EMAIL_EXACT, 0.6,
              Level.EMAIL_USER, 0.03,
              Level.EMAIL_NAMESAKE, 0.02,
              Level.EMAIL_CLOSE, 0.05,
              Level.EMAIL_DIFFERENT, 0.3),
          Map.of(
              Level.PHONE_EXACT, 0.5,
              Level.PHONE_ONE_EDIT, 0.05,
              Level.PHONE_DIFFERENT, 0.45),
          Map.of(
              Level.STREET_EXACT, 0.55,
              Level.STREET_MOSTLY, 0.13,
              Level.STREET_NEIGHBOUR, 0.02,
              Level.STREET_DIFFERENT, 0.3),
          Map.of(
              Level.POSTCODE_EXACT, 0.65,
              Level.POSTCODE_ONE_EDIT, 0.05,
              Level.POSTCODE_DIFFERENT, 0.3),
          Map.of(
              Level.CITY_EXACT, 0.6,
              Level.CITY_CLOSE, 0.1,
              Level.CITY_DIFFERENT, 0.3),
          Map.of(Level.STATE_EXACT, 0.8, Level.STATE_DIFFERENT, 0.2),
          Map.of(Level.GENDER_EXACT, 0.96, Level.GENDER_DIFFERENT, 0.04),
          Map.of(
              Level.ORGANISATION_EXACT, 0.5,
              Level.ORGANISATION_CLOSE, 0.3,
              Level.ORGANISATION_LOOSE, 0.12,
              Level.ORGANISATION_OTHER, 0.02,
              Level.ORGANISATION_DIFFERENT, 0.06),
          Map.of(Level.DOMAIN_EXACT, 0.7, Level.DOMAIN_DIFFERENT, 0.3));

  private static final List<Comparison> ALL = DEFAULTS.stream().map(Comparisons::sorted).toList();

  private Comparisons() {}

  /** Returns the comparisons whose weights can be estimated. */
  public static List<Comparison> all() {
    return ALL;
  }

  /** Returns the default m of a level that is estimated. */
  static double defaultM(Level level) {
    for (Map<Level, Double> levels : DEFAULTS) {
      Double m = levels.get(level);
      if (m != null) {
        return m;
      }
    }
    throw new IllegalArgumentException(level.toString());
  }

  /** Returns the bits of all levels that do not speak of these fields, as one vector's. */
  public static long without(Set<Field> fields) {
    long mask = 0;
    for (Level level : Level.values()) {
      mask |= fields.contains(level.field()) ? 0 : ComparisonVector.bit(level);
    }
    return mask;
  }

  private static Comparison sorted(Map<Level, Double> levels) {
    List<Level> sorted = new ArrayList<>(levels.keySet());
    sorted.sort(Comparator.comparingDouble(Level::bits).thenComparing(Comparator.naturalOrder()));
    return new Comparison(List.copyOf(sorted));
  }
}

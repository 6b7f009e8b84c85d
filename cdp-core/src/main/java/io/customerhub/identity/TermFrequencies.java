package io.customerhub.identity;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How common values are, such as surnames: sharing a rare one says more than sharing a common one.
 * Counted in people, not in records. Immutable and thread-safe.
 *
 * <p>Of each part only values that more than {@value #GENERIC} people have are kept, the {@value
 * #VALUES} most common ones, and those as salted hashes. So a saved table names nobody: whoever
 * guesses a value learns how many people have it, and that they are many.
 */
public final class TermFrequencies {

  /** An id, address or number that more people have is nobody's. */
  public static final int GENERIC = 10;

  /** Most values kept of one part. */
  public static final int VALUES = 2_000;

  /** Most parts, such as the surname or a namespace of ids; what comes later is not kept. */
  public static final int PARTS = 64;

  /** Most bits by which a value can differ from the average one. */
  private static final double MOST = 6;

  /** Less is shown as nothing. */
  private static final double ROUNDED = 0.05;

  private static final Set<Level> KEYS =
      EnumSet.of(Level.ID_EXACT, Level.EMAIL_EXACT, Level.PHONE_EXACT, Level.DOMAIN_EXACT);

  private static final TermFrequencies NONE = new TermFrequencies("", new TreeMap<>());

  private final String salt;
  private final SortedMap<String, Part> parts;

  /**
   * What is known of all values of one part.
   *
   * @param level the level at which records that share a value agree
   * @param holders how many people have a value
   * @param average the share of people who have the value of one of them at random
   * @param rest the same for values that are not kept
   * @param common how many people have each kept value, by its hash
   * @param trust how much it says that a value is rare or common, from 0 to 1
   */
  record Part(
      Level level,
      long holders,
      double average,
      double rest,
      SortedMap<String, Long> common,
      double trust) {

    Part {
      common = Collections.unmodifiableSortedMap(new TreeMap<>(common));
    }

    /** Returns how many bits more than on average it says to share a value. */
    double bits(String hash) {
      Long people = common.get(hash);
      double share = people == null ? rest : (double) people / holders;
      return share > 0 ? trust * Math.log(average / share) / Math.log(2) : 0;
    }
  }

  TermFrequencies(String salt, Map<String, Part> parts) {
    this.salt = salt;
    this.parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /** Returns frequencies by which all values are equally common. */
  public static TermFrequencies none() {
    return NONE;
  }

  /**
   * Starts counting.
   *
   * @param salt hashed with each value
   */
  public static TermFrequenciesBuilder builder(String salt) {
    return new TermFrequenciesBuilder(salt);
  }

  /** Returns whether nothing was counted. */
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Returns the counted parts, such as {@code surname}, sorted. */
  public Set<String> parts() {
    return parts.keySet();
  }

  /** Returns how many people have a value of a part; 0 if it was not counted. */
  public long holders(String part) {
    Part found = parts.get(part);
    return found == null ? 0 : found.holders();
  }

  /** Returns how many people have a value; 0 if few do. */
  long people(Term term) {
    Part part = parts.get(name(term));
    return part == null ? 0 : part.common().getOrDefault(hash(salt, term), 0L);
  }

  /** Returns how much it says that a value of a part is rare; 1 if it was not counted. */
  double trust(String part) {
    Part found = parts.get(part);
    return found == null ? 1 : found.trust();
  }

  /** Returns how many common values of a part are kept; 0 if it was not counted. */
  public int common(String part) {
    Part found = parts.get(part);
    return found == null ? 0 : found.common().size();
  }

  /**
   * Returns how many bits more than on average it says to share a value; negative for a common one,
   * 0 if its part was not counted.
   */
  public double bits(Term term) {
    Part part = parts.get(name(term));
    return part == null ? 0 : part.bits(hash(salt, term));
  }

  /** Returns whether the part that a value is of was counted. */
  public boolean counts(Term term) {
    return parts.containsKey(name(term));
  }

  /** Returns whether so many people have an id, address or number that it is nobody's. */
  public boolean isGeneric(Term term) {
    Part part = KEYS.contains(term.level()) ? parts.get(name(term)) : null;
    return part != null && isGeneric(term.level(), part.common().get(hash(salt, term)));
  }

  boolean sameAs(String part, TermFrequencies other) {
    Part mine = parts.get(part);
    return mine != null && salt.equals(other.salt) && mine.equals(other.parts.get(part));
  }

  String salt() {
    return salt;
  }

  SortedMap<String, Part> byName() {
    return parts;
  }

  /**
   * Returns what to add to the weight of each level for the values that two records share there.
   *
   * @param levels the levels at which they agree
   * @param model whose weights are adjusted
   */
  Map<Level, Double> adjustments(
      List<Level> levels, MatchRecord a, MatchRecord b, MatchModel model) {
    if (isEmpty() || levels.isEmpty()) {
      return Map.of();
    }
    List<Term> shared = new ArrayList<>(a.terms());
    shared.retainAll(b.terms());
    Map<Level, Double> adjustments = new LinkedHashMap<>(4);
    for (Level level : levels) {
      double adjustment = adjustment(Term.levelOf(level), shared, model.bits(level));
      if (adjustment != 0) {
        adjustments.put(level, adjustment);
      }
    }
    return adjustments;
  }

  /** Returns an adjustment as evidence of its own. */
  static Evidence evidence(Level level, double adjustment) {
    return new Evidence(level.evidence().comparison(), words(adjustment), adjustment);
  }

  private static String words(double adjustment) {
    if (Math.abs(adjustment) < ROUNDED) {
      return "neither rare nor common";
    }
    return adjustment > 0 ? "a rare value" : "a common value";
  }

  private double adjustment(Level level, List<Term> shared, double weight) {
    double sum = 0;
    double best = Double.NEGATIVE_INFINITY;
    boolean onlyGeneric = true;
    for (Term term : shared) {
      Part part = term.level() == level ? parts.get(name(term)) : null;
      if (part != null) {
        String hash = hash(salt, term);
        sum += part.bits(hash);
        best = Math.max(best, part.bits(hash));
        onlyGeneric &= isGeneric(level, part.common().get(hash));
      }
    }
    if (best == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    if (onlyGeneric) {
      return -weight;
    }
    return combined(level, sum, best);
  }

  /**
   * Returns what the values that two records share at a level say together, at most six bits either
   * way.
   *
   * @param sum of the bits of all of them
   * @param best the most bits of one of them
   */
  public static double combined(Level level, double sum, double best) {
    // The parts of a name are all of them needed; of several addresses the best one counts.
    return Math.max(-MOST, Math.min(MOST, level == Level.NAME_EXACT ? sum : best));
  }

  private static boolean isGeneric(Level level, @Nullable Long people) {
    return people != null && isGeneric(level, people.longValue());
  }

  /** Returns whether a value of a level that so many people have is nobody's. */
  public static boolean isGeneric(Level level, long people) {
    return people > GENERIC && KEYS.contains(level);
  }

  /** A host's namespace may be called as a field is. */
  static String name(Term term) {
    return term.level() == Level.ID_EXACT ? "id " + term.part() : term.part();
  }

  static String hash(String salt, Term term) {
    return Hashing.sha256()
        .hashString(salt + '\0' + name(term) + '\0' + term.value(), StandardCharsets.UTF_8)
        .toString()
        .substring(0, 16);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TermFrequencies frequencies
        && salt.equals(frequencies.salt)
        && parts.equals(frequencies.parts);
  }

  @Override
  public int hashCode() {
    return 31 * salt.hashCode() + parts.hashCode();
  }

  /** Returns the parts; no values. */
  @Override
  public String toString() {
    return "TermFrequencies" + parts.keySet();
  }
}

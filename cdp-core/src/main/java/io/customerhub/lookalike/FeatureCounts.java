package io.customerhub.lookalike;

import com.google.common.hash.Hashing;
import io.customerhub.lookalike.Feature.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many members and how many others have each feature, in bounded memory. The order in
 * which people are added does not matter. Not thread-safe.
 *
 * <p>A name with more than {@value #MOST_VALUES} values tells people apart instead of saying what
 * they have in common; it is left out altogether. Of more than {@value #MOST_NAMES} names those
 * with the smallest hashes are kept: which these are follows from the names and not from who came
 * first.
 */
public final class FeatureCounts {

  /** Most names, counted by kind. */
  public static final int MOST_NAMES = 2_000;

  /** Most values of a name. */
  public static final int MOST_VALUES = 100;

  private final Map<Subject, Map<String, long[]>> counts = new HashMap<>();
  private final TreeSet<Subject> kept = new TreeSet<>();
  private long members;
  private long others;
  private boolean narrowed;

  /** Starts with nobody. */
  public FeatureCounts() {}

  /** Adds a person. */
  public void add(Set<Feature> features, boolean member) {
    members += member ? 1 : 0;
    others += member ? 0 : 1;
    features.forEach(feature -> count(feature, member ? 0 : 1));
  }

  /**
   * Returns what was counted, weighed.
   *
   * @param atLeast how many of those that a feature speaks for have to have it, at least 1: members
   *     if they have it more often, else others. Rarer ones are ignored
   */
  public LookalikeModel model(int atLeast) {
    Weights weights = new Weights(members, others, atLeast);
    counts.forEach(
        (subject, values) -> {
          if (values.size() <= MOST_VALUES) {
            values.forEach((value, held) -> weights.add(subject.feature(value), held[0], held[1]));
          }
        });
    return new LookalikeModel(members, others, narrowed, weights.all());
  }

  private void count(Feature feature, int side) {
    Map<String, long[]> values = values(Subject.of(feature));
    // One more than the most is kept, as a mark that there are too many.
    if (values != null && (values.size() <= MOST_VALUES || values.containsKey(feature.value()))) {
      values.computeIfAbsent(feature.value(), value -> new long[2])[side]++;
    }
  }

  private @Nullable Map<String, long[]> values(Subject subject) {
    Map<String, long[]> known = counts.get(subject);
    return known == null ? admit(subject) : known;
  }

  private @Nullable Map<String, long[]> admit(Subject subject) {
    if (kept.size() == MOST_NAMES) {
      narrowed = true;
      if (Subject.SMALLEST_HASH_FIRST.compare(subject, kept.last()) > 0) {
        return null;
      }
      counts.remove(kept.pollLast());
    }
    kept.add(subject);
    Map<String, long[]> values = new HashMap<>();
    counts.put(subject, values);
    return values;
  }

  /** What values are counted of. */
  private record Subject(Kind kind, String name) implements Comparable<Subject> {

    static final Comparator<Subject> SMALLEST_HASH_FIRST =
        Comparator.comparingLong(Subject::hash)
            .thenComparing(Subject::kind)
            .thenComparing(Subject::name);

    static Subject of(Feature feature) {
      return new Subject(feature.kind(), feature.name());
    }

    Feature feature(String value) {
      return new Feature(kind, name, value);
    }

    long hash() {
      return Hashing.sha256().hashString(kind + " " + name, StandardCharsets.UTF_8).asLong();
    }

    @Override
    public int compareTo(Subject other) {
      return SMALLEST_HASH_FIRST.compare(this, other);
    }
  }
}

package io.customerhub.identity;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts how many people have each value. Not thread-safe. */
public final class TermFrequenciesBuilder {

  private final String salt;
  private final SortedMap<String, Counts> parts = new TreeMap<>();
  private final Map<Level, Double> trust = new EnumMap<>(Level.class);

  TermFrequenciesBuilder(String salt) {
    this.salt = Objects.requireNonNull(salt, "salt");
  }

  /**
   * Adds a value.
   *
   * @param term the value; to be added once
   * @param people how many people have it, at least 1
   * @return this builder
   */
  public TermFrequenciesBuilder add(Term term, long people) {
    if (people < 1) {
      throw new IllegalArgumentException("people: " + people + ", expected at least 1");
    }
    String name = TermFrequencies.name(term);
    Counts counts = parts.get(name);
    if (counts == null && parts.size() < TermFrequencies.PARTS) {
      counts = new Counts(term.level());
      parts.put(name, counts);
    }
    if (counts != null) {
      counts.add(term, people);
    }
    return this;
  }

  /**
   * Says how much it says that values are rare or common. By default it says all: 1.
   *
   * @param level of the values
   * @param share of the bits, from 0 to 1
   * @return this builder
   * @throws IllegalArgumentException if the share is out of range
   */
  public TermFrequenciesBuilder trust(Level level, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share: " + share + ", expected 0 to 1");
    }
    trust.put(level, share);
    return this;
  }

  /** Returns the frequencies of the values added. */
  public TermFrequencies build() {
    Map<String, TermFrequencies.Part> built = new HashMap<>();
    parts.forEach((name, counts) -> built.put(name, counts.part()));
    return built.isEmpty() ? TermFrequencies.none() : new TermFrequencies(salt, built);
  }

  private final class Counts {

    private final Level level;
    private final Map<String, Long> common = new HashMap<>();
    private long holders;
    private double squares;

    Counts(Level level) {
      this.level = level;
    }

    void add(Term term, long people) {
      holders += people;
      squares += (double) people * people;
      if (people > TermFrequencies.GENERIC) {
        common.put(TermFrequencies.hash(salt, term), people);
      }
    }

    TermFrequencies.Part part() {
      SortedMap<String, Long> kept = new TreeMap<>();
      common.entrySet().stream()
          .sorted(
              Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(TermFrequencies.VALUES)
          .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
      double restSquares = squares;
      long restHolders = holders;
      for (long people : kept.values()) {
        restSquares -= (double) people * people;
        restHolders -= people;
      }
      double all = (double) holders * holders;
      double rest = restHolders == 0 ? 0 : restSquares / restHolders / holders;
      return new TermFrequencies.Part(
          level, holders, squares / all, rest, kept, trust.getOrDefault(level, 1.0));
    }
  }
}

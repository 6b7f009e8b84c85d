package io.customerhub.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How many organisations of a batch have each word, equal names counted once. Immutable. */
final class WordCounts implements WordWeights {

  private final Map<String, Integer> counts;
  private final long all;

  private WordCounts(Map<String, Integer> counts) {
    this.counts = counts;
    this.all = counts.values().stream().mapToLong(count -> count).sum();
  }

  static WordCounts none() {
    return new WordCounts(Map.of());
  }

  /**
   * Counts.
   *
   * @param names by code; the first place is empty
   */
  static WordCounts of(OrganisationName[] names) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 1; i < names.length; i++) {
      Set<String> words = new HashSet<>(names[i].texts());
      words.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    return new WordCounts(counts);
  }

  @Override
  public double of(String word) {
    return WordWeights.of(word, counts.getOrDefault(word, 1), all);
  }

  void addTo(TermFrequenciesBuilder frequencies) {
    counts.forEach((word, count) -> frequencies.add(WordWeights.term(word), count));
  }
}

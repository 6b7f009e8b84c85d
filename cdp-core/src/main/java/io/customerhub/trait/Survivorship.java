package io.customerhub.trait;

import io.customerhub.profile.Claim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rule that picks the value to show among what sources claim. Immutable.
 *
 * <p>By default the latest claim wins. For single traits, sources can be preferred: then a claim of
 * a source named earlier wins over one named later, and any of them over sources not named; among
 * equals the latest wins.
 */
public final class Survivorship {

  private static final Survivorship LATEST = new Survivorship(Map.of());

  private final Map<String, List<String>> preferred;

  private Survivorship(Map<String, List<String>> preferred) {
    this.preferred = preferred;
  }

  /** Returns the rule that the latest claim wins. */
  public static Survivorship latest() {
    return LATEST;
  }

  /**
   * Returns this rule with sources preferred for one trait.
   *
   * @throws IllegalArgumentException if no source is named
   * @throws IllegalStateException if sources were preferred for this trait already
   */
  public Survivorship prefer(String trait, String... sources) {
    if (sources.length == 0) {
      throw new IllegalArgumentException("sources for trait " + trait + ": expected at least one");
    }
    Map<String, List<String>> more = new HashMap<>(preferred);
    List<String> before = more.put(trait, List.of(sources));
    if (before != null) {
      throw new IllegalStateException(
          "sources for trait " + trait + " are set to " + before + " already");
    }
    return new Survivorship(Map.copyOf(more));
  }

  /** Returns whether the second claim of the same trait is to be shown rather than the first. */
  boolean prefers(Claim shown, Claim other) {
    int byRank = Integer.compare(rank(shown), rank(other));
    return byRank != 0 ? byRank > 0 : Claim.LATEST.compare(shown, other) < 0;
  }

  /** Returns the rule for a claim, in words. */
  String rule(Claim claim) {
    return rank(claim) < preferred.getOrDefault(claim.trait(), List.of()).size()
        ? "preferred source, latest claim"
        : "latest claim";
  }

  private int rank(Claim claim) {
    List<String> sources = preferred.get(claim.trait());
    if (sources == null) {
      return 0;
    }
    int index = sources.indexOf(claim.source());
    return index < 0 ? sources.size() : index;
  }
}

package io.customerhub.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How segments overlap: how many people are in just which of them. Union, intersection and
 * difference follow from that.
 *
 * @param segments the segments that were compared
 * @param regions how many are in exactly these segments and in none of the others; nobody is
 *     counted twice, and regions without anybody are left out
 */
public record SegmentOverlap(Set<String> segments, Map<Set<String>, Long> regions) {

  /** Copies the parts. */
  public SegmentOverlap {
    segments = Set.copyOf(segments);
    regions = Map.copyOf(regions);
  }

  /** Returns how many are in all of these, whatever else they are in. */
  public long inAll(String... names) {
    return count(known(names), Set.of(), true);
  }

  /** Returns how many are in at least one of these. */
  public long inAny(String... names) {
    return count(known(names), Set.of(), false);
  }

  /** Returns how many are in the first and in none of the others. */
  public long inButNotIn(String name, String... others) {
    return count(known(name), known(others), true);
  }

  /** Returns a line for each region, the largest first. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    regions.entrySet().stream()
        .sorted(Map.Entry.<Set<String>, Long>comparingByValue().reversed())
        .forEach(
            region ->
                text.append(region.getValue())
                    .append(" in ")
                    .append(new TreeSet<>(region.getKey()))
                    .append('\n'));
    return text.toString();
  }

  private long count(Set<String> wanted, Set<String> unwanted, boolean all) {
    return regions.entrySet().stream()
        .filter(region -> region.getKey().stream().noneMatch(unwanted::contains))
        .filter(
            region ->
                all
                    ? region.getKey().containsAll(wanted)
                    : region.getKey().stream().anyMatch(wanted::contains))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Set<String> known(String... names) {
    for (String name : names) {
      if (!segments.contains(name)) {
        throw new IllegalArgumentException(
            "segment \"" + name + "\" was not compared; compared were " + new TreeSet<>(segments));
      }
    }
    return Set.of(names);
  }
}

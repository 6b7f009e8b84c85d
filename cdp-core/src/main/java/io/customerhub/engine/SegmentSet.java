package io.customerhub.engine;

import io.customerhub.segment.Dependencies;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All segments that are defined, each after those that its condition names, with an index of what
 * they mention: a change costs as much as the segments it touches, however many there are.
 * Immutable.
 */
final class SegmentSet {

  /** No segments. */
  static final SegmentSet NONE = new SegmentSet(List.of());

  private final List<CompiledSegment> ordered;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, List<Integer>> traits = new HashMap<>();
  private final Map<String, List<Integer>> events = new HashMap<>();
  private final Map<String, List<Integer>> records = new HashMap<>();
  private final Map<String, List<Integer>> purposes = new HashMap<>();
  private final Map<String, List<Integer>> segments = new HashMap<>();
  private final List<Integer> scores = new ArrayList<>();

  SegmentSet(List<CompiledSegment> ordered) {
    this.ordered = List.copyOf(ordered);
    for (int i = 0; i < ordered.size(); i++) {
      Dependencies mentions = ordered.get(i).dependencies();
      positions.put(ordered.get(i).name(), i);
      put(traits, mentions.traits(), i);
      put(events, mentions.events(), i);
      put(records, mentions.records(), i);
      put(purposes, mentions.purposes(), i);
      put(segments, mentions.segments(), i);
      if (mentions.scores()) {
        scores.add(i);
      }
    }
  }

  private static void put(
      Map<String, List<Integer>> index, Collection<String> names, int position) {
    names.forEach(name -> index.computeIfAbsent(name, n -> new ArrayList<>()).add(position));
  }

  /** Returns the segments, each after those that its condition names. */
  List<CompiledSegment> all() {
    return ordered;
  }

  CompiledSegment get(int position) {
    return ordered.get(position);
  }

  Optional<CompiledSegment> find(String name) {
    return Optional.ofNullable(positions.get(name)).map(ordered::get);
  }

  /** Returns whether any segment asks for a score or a prediction. */
  boolean mentionsScores() {
    return !scores.isEmpty();
  }

  /** Returns the positions of the segments that a change touches. */
  BitSet touchedBy(Change change) {
    BitSet touched = new BitSet(ordered.size());
    if (change.isEverything()) {
      touched.set(0, ordered.size());
      return touched;
    }
    add(touched, traits, change.traits());
    add(touched, events, change.events());
    add(touched, records, change.records());
    add(touched, purposes, change.purposes());
    for (String name : change.segments()) {
      Integer position = positions.get(name);
      if (position != null) {
        touched.set(position);
      }
    }
    if (change.isOfScores()) {
      scores.forEach(touched::set);
    }
    return touched;
  }

  /** Adds the segments that name another one, which all come behind it. */
  void addFlipped(BitSet touched, String segment) {
    segments.getOrDefault(segment, List.of()).forEach(touched::set);
  }

  private static void add(
      BitSet touched, Map<String, List<Integer>> index, Collection<String> names) {
    for (String name : names) {
      index.getOrDefault(name, List.of()).forEach(touched::set);
    }
  }
}

package io.customerhub.engine;

import io.customerhub.segment.Dependencies;
import java.util.HashSet;
import java.util.Set;

/** What of a profile may have changed, so that only segments that mention it are looked at. */
final class Change {

  private final boolean everything;
  private final Set<String> traits;
  private final Set<String> events;
  private final Set<String> records;
  private final Set<String> segments = new HashSet<>();

  private Change(boolean everything, Set<String> traits, Set<String> events, Set<String> records) {
    this.everything = everything;
    this.traits = traits;
    this.events = events;
    this.records = records;
  }

  static Change everything() {
    return new Change(true, Set.of(), Set.of(), Set.of());
  }

  static Change of(Set<String> traits, Set<String> events) {
    return new Change(false, traits, events, Set.of());
  }

  /** Returns that records of a kind changed. */
  static Change ofRecords(String kind) {
    return new Change(false, Set.of(), Set.of(), Set.of(kind));
  }

  /** Returns that a segment itself has to be looked at again. */
  static Change of(String segment) {
    Change change = new Change(false, Set.of(), Set.of(), Set.of());
    change.flipped(segment);
    return change;
  }

  /** Returns a copy, for another profile: what flips is remembered per profile. */
  Change again() {
    Change copy = new Change(everything, traits, events, records);
    copy.segments.addAll(segments);
    return copy;
  }

  /** Adds that a membership changed. */
  void flipped(String segment) {
    segments.add(segment);
  }

  boolean touches(CompiledSegment segment) {
    Dependencies mentions = segment.dependencies();
    return everything
        || segments.contains(segment.name())
        || mentions.traits().stream().anyMatch(traits::contains)
        || mentions.events().stream().anyMatch(events::contains)
        || mentions.records().stream().anyMatch(records::contains)
        || mentions.segments().stream().anyMatch(segments::contains);
  }
}

package io.customerhub.engine;

import io.customerhub.consent.ConsentFold;
import io.customerhub.event.Event;
import io.customerhub.segment.Dependencies;
import io.customerhub.trait.ClaimFold;
import java.util.HashSet;
import java.util.Set;

/** What of a profile may have changed, so that only segments that mention it are looked at. */
final class Change {

  private final boolean everything;
  private final Set<String> traits;
  private final Set<String> events;
  private final Set<String> records;
  private final Set<String> purposes;
  private final boolean scores;
  private final Set<String> segments = new HashSet<>();

  private Change(
      boolean everything,
      Set<String> traits,
      Set<String> events,
      Set<String> records,
      Set<String> purposes,
      boolean scores) {
    this.everything = everything;
    this.traits = traits;
    this.events = events;
    this.records = records;
    this.purposes = purposes;
    this.scores = scores;
  }

  static Change everything() {
    return new Change(true, Set.of(), Set.of(), Set.of(), Set.of(), false);
  }

  /** Returns that an event came. */
  static Change of(Event event) {
    return new Change(
        false,
        ClaimFold.touched(event),
        Set.of(event.name()),
        Set.of(),
        ConsentFold.purposes(event),
        false);
  }

  /** Returns that a trait changed. */
  static Change ofTrait(String name) {
    return new Change(false, Set.of(name), Set.of(), Set.of(), Set.of(), false);
  }

  /** Returns that the RFM scores of everybody changed, or what is foretold of them. */
  static Change ofScores() {
    return new Change(false, Set.of(), Set.of(), Set.of(), Set.of(), true);
  }

  /** Returns that records of a kind changed. */
  static Change ofRecords(String kind) {
    return new Change(false, Set.of(), Set.of(), Set.of(kind), Set.of(), false);
  }

  /** Returns that a segment itself has to be looked at again. */
  static Change of(String segment) {
    Change change = new Change(false, Set.of(), Set.of(), Set.of(), Set.of(), false);
    change.flipped(segment);
    return change;
  }

  /** Returns a copy, for another profile: what flips is remembered per profile. */
  Change again() {
    Change copy = new Change(everything, traits, events, records, purposes, scores);
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
        || (scores && mentions.scores())
        || mentions.purposes().stream().anyMatch(purposes::contains)
        || mentions.segments().stream().anyMatch(segments::contains);
  }
}

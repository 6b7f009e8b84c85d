package io.customerhub.engine;

import io.customerhub.consent.ConsentFold;
import io.customerhub.event.Event;
import io.customerhub.trait.ClaimFold;
import java.util.Set;

/** What of a profile may have changed, so that only segments that mention it are looked at. */
final class Change {

  private final boolean everything;
  private final Set<String> traits;
  private final Set<String> events;
  private final Set<String> records;
  private final Set<String> purposes;
  private final boolean scores;
  private final Set<String> segments;

  private Change(
      boolean everything,
      Set<String> traits,
      Set<String> events,
      Set<String> records,
      Set<String> purposes,
      boolean scores,
      Set<String> segments) {
    this.everything = everything;
    this.traits = traits;
    this.events = events;
    this.records = records;
    this.purposes = purposes;
    this.scores = scores;
    this.segments = segments;
  }

  static Change everything() {
    return new Change(true, Set.of(), Set.of(), Set.of(), Set.of(), false, Set.of());
  }

  /** Returns that an event came. */
  static Change of(Event event) {
    return new Change(
        false,
        ClaimFold.touched(event),
        Set.of(event.name()),
        Set.of(),
        ConsentFold.purposes(event),
        false,
        Set.of());
  }

  /** Returns that a trait changed. */
  static Change ofTrait(String name) {
    return new Change(false, Set.of(name), Set.of(), Set.of(), Set.of(), false, Set.of());
  }

  /** Returns that the RFM scores of everybody changed, or what is foretold of them. */
  static Change ofScores() {
    return new Change(false, Set.of(), Set.of(), Set.of(), Set.of(), true, Set.of());
  }

  /** Returns that records of a kind changed. */
  static Change ofRecords(String kind) {
    return new Change(false, Set.of(), Set.of(), Set.of(kind), Set.of(), false, Set.of());
  }

  /** Returns that a segment itself has to be looked at again. */
  static Change of(String segment) {
    return new Change(false, Set.of(), Set.of(), Set.of(), Set.of(), false, Set.of(segment));
  }

  boolean isEverything() {
    return everything;
  }

  Set<String> traits() {
    return traits;
  }

  Set<String> events() {
    return events;
  }

  Set<String> records() {
    return records;
  }

  Set<String> purposes() {
    return purposes;
  }

  /** Returns the segments to be looked at themselves. */
  Set<String> segments() {
    return segments;
  }

  boolean isOfScores() {
    return scores;
  }
}

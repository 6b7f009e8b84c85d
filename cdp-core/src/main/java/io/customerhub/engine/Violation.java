package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Something kept that cannot be as it is. Holds ids and counts, no personal data.
 *
 * @param invariant what does not hold
 * @param ids whom it is about: the member or profile first, then the others concerned
 * @param expected what follows from the rest of what is kept
 * @param found what is kept
 */
public record Violation(Invariant invariant, List<ProfileId> ids, String expected, String found) {

  /** What holds at every commit. */
  public enum Invariant {
    /** A profile's id is that of its first member, and no other profile's. */
    ROOT,
    /** Who belongs together is what records, evidence and decisions say, and nothing else. */
    PARTITION,
    /** Each identifier of a record leads to it. */
    HOLDER,
    /** The ends of each edge are there. */
    LINK,
    /** A record's claims and activity are what its events say, each counted once. */
    FACTS,
    /** A record can be found by all keys of similarity, or is waiting to be looked at again. */
    LOOK_UP_KEYS,
    /** A profile is in the segments whose condition it meets, or is due to be evaluated. */
    MEMBERSHIP,
    /** The record that an event was born under is there. */
    EVENT_MEMBER,
    /** The record that an event was born under holds the event's identifiers. */
    EVENT_KEYS,
    /** Nothing of somebody erased is there but the tombstone. */
    ERASED
  }

  /** Copies the ids. */
  public Violation {
    Objects.requireNonNull(invariant, "invariant");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(found, "found");
    ids = List.copyOf(ids);
  }

  /** Returns what does not hold, of whom, and what was expected and found. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s of %s: expected %s, found %s", invariant, ids, expected, found);
  }
}

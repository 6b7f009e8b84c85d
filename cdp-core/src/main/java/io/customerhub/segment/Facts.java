package io.customerhub.segment;

import io.customerhub.event.Event;
import io.customerhub.profile.EventSummary;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/**
 * All that a condition may look at of one profile. An implementation answers from one consistent
 * state; the evaluator asks for nothing else, in particular for no time of day.
 */
public interface Facts {

  /**
   * Returns the shown value of a trait in canonical form, or empty if there is none. Not asked for
   * one that is {@linkplain #computed computed}.
   */
  Optional<Object> trait(String name);

  /**
   * Returns how a trait is computed, or empty if it is not. Calculations may look at each other's
   * traits, but not in a circle.
   */
  Optional<Calculation> computed(String trait);

  /**
   * Returns the track, page and screen events of this name with {@code from <= time < to}, oldest
   * first (by time, then source, then messageId).
   */
  List<Event> events(String name, Instant from, Instant to);

  /**
   * Returns the first of those events, at most so many, at least 1. Asked for where more of them
   * change nothing; an implementation should read no more.
   */
  default List<Event> events(String name, Instant from, Instant to, int most) {
    return events(name, from, to).stream().limit(most).toList();
  }

  /**
   * Returns what the events of a name said in sum that are not kept one by one any more, and are
   * none of {@link #events}; empty if all are kept.
   */
  default Optional<EventSummary> removed(String name) {
    return Optional.empty();
  }

  /**
   * Returns the same events in sum by day, as far as they pass the tests of a selection; empty if
   * they are so few that they may as well be read one by one.
   *
   * @param of a selection of events whose tests look at nothing but the event, at no time
   * @param property what is summed up; empty for nothing
   */
  default Optional<EventDays> days(Selection of, String property) {
    return Optional.empty();
  }

  /**
   * Returns the records of this kind about the profile, oldest first. The host declares which kinds
   * there are; a condition that names another one is refused before it gets here.
   */
  List<Fact> records(String kind);

  /** Returns what tells the profile from all others: its canonical id. */
  String key();

  /** Returns the namespaces of the profile's identifiers. */
  Set<String> namespaces();

  /** Returns when the profile last became one with another that is still part of it. */
  Optional<Instant> lastMerge();

  /**
   * Returns the shown values of a trait over time, each from its instant to the next; see {@link
   * PersonCondition.Held}.
   */
  NavigableMap<Instant, Object> history(String trait);

  /**
   * Returns whether the last decision on a purpose allows it; empty if there is none.
   *
   * @param channel the channel; empty for all
   */
  Optional<Boolean> consent(String purpose, String channel);

  /** Returns a score of how the person buys, 1 to 5; empty if there is none. */
  Optional<Integer> rfm(RfmCondition.Part part);

  /** Returns what is foretold of the person; empty if she never bought, or there is no model. */
  Optional<Forecast> forecast();

  /**
   * Returns when the person turned into another segment, true, and out of it, false; empty if that
   * never happened. It is what was known then, whatever came late: a person was in whenever any of
   * the profiles was that are one by now.
   */
  NavigableMap<Instant, Boolean> membership(String segment);

  /** Returns whether the profile is in another segment at the instant of the evaluation. */
  boolean inSegment(String segment);
}

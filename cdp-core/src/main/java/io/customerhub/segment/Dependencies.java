package io.customerhub.segment;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names that a condition mentions: only a change to one of these, or time, can change what it
 * says about a person.
 *
 * @param traits names of traits
 * @param events names of events
 * @param segments names of other segments
 */
public record Dependencies(
    SortedSet<String> traits, SortedSet<String> events, SortedSet<String> segments) {

  /** Copies the sets. */
  public Dependencies {
    traits = Collections.unmodifiableSortedSet(new TreeSet<>(traits));
    events = Collections.unmodifiableSortedSet(new TreeSet<>(events));
    segments = Collections.unmodifiableSortedSet(new TreeSet<>(segments));
  }

  /** Returns the names that a condition mentions. */
  public static Dependencies of(Condition condition) {
    SortedSet<String> traits = new TreeSet<>();
    SortedSet<String> events = new TreeSet<>();
    SortedSet<String> segments = new TreeSet<>();
    Deque<Condition> open = new ArrayDeque<>();
    open.push(condition);
    while (!open.isEmpty()) {
      Condition next = open.pop();
      Tree.children(next).forEach(open::push);
      if (next instanceof TraitCondition trait) {
        traits.add(trait.trait());
      } else if (next instanceof EventCondition event) {
        events.add(event.event());
      } else if (next instanceof AggregateCondition aggregate) {
        events.add(aggregate.event());
      } else if (next instanceof SegmentCondition segment) {
        segments.add(segment.segment());
      }
    }
    return new Dependencies(traits, events, segments);
  }
}

package io.customerhub.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names that a condition mentions: only a change to one of these, or time, can change what it
 * says about a person.
 *
 * @param traits names of traits
 * @param events names of events
 * @param records kinds of records
 * @param segments names of other segments
 * @param purposes what consent is asked for
 * @param scores whether an RFM score or a prediction is asked for
 */
public record Dependencies(
    SortedSet<String> traits,
    SortedSet<String> events,
    SortedSet<String> records,
    SortedSet<String> segments,
    SortedSet<String> purposes,
    boolean scores) {

  /** Copies the sets. */
  public Dependencies {
    traits = Collections.unmodifiableSortedSet(new TreeSet<>(traits));
    events = Collections.unmodifiableSortedSet(new TreeSet<>(events));
    records = Collections.unmodifiableSortedSet(new TreeSet<>(records));
    segments = Collections.unmodifiableSortedSet(new TreeSet<>(segments));
    purposes = Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
  }

  /** Returns the names that a condition mentions. */
  public static Dependencies of(Condition condition) {
    SortedSet<String> traits = new TreeSet<>();
    SortedSet<String> events = new TreeSet<>();
    SortedSet<String> records = new TreeSet<>();
    SortedSet<String> segments = new TreeSet<>();
    SortedSet<String> purposes = new TreeSet<>();
    boolean scores = false;
    Deque<Condition> open = new ArrayDeque<>();
    open.push(condition);
    while (!open.isEmpty()) {
      Condition next = open.pop();
      Tree.children(next).forEach(open::push);
      for (Selection of : Tree.selections(next)) {
        (of.type() == Selection.Type.EVENT ? events : records).add(of.name());
      }
      traits.addAll(traits(next));
      if (next instanceof SegmentCondition segment) {
        segments.add(segment.segment());
      } else if (next instanceof PersonCondition.Moved moved) {
        segments.add(moved.segment());
      } else if (next instanceof PersonCondition.WasIn was) {
        segments.add(was.segment());
      } else if (next instanceof PersonCondition.WasInAgo was) {
        segments.add(was.segment());
      } else if (next instanceof ConsentCondition consent) {
        purposes.add(consent.purpose());
      }
      scores |= next instanceof RfmCondition || next instanceof PredictedCondition;
    }
    return new Dependencies(traits, events, records, segments, purposes, scores);
  }

  /** Returns the names that a calculation mentions. */
  public static Dependencies of(Calculation calculation) {
    return of(new OccurrenceCondition(calculation.of(), Count.AT_LEAST_ONCE, calculation.window()));
  }

  /** Returns these names and that of an event. */
  public Dependencies andEvent(String name) {
    SortedSet<String> more = both(events, new TreeSet<>(List.of(name)));
    return new Dependencies(traits, more, records, segments, purposes, scores);
  }

  /** Returns these names and others. */
  public Dependencies and(Dependencies other) {
    return new Dependencies(
        both(traits, other.traits),
        both(events, other.events),
        both(records, other.records),
        both(segments, other.segments),
        both(purposes, other.purposes),
        scores || other.scores);
  }

  private static SortedSet<String> both(SortedSet<String> some, SortedSet<String> more) {
    SortedSet<String> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }

  private static List<String> traits(Condition condition) {
    List<String> traits = new ArrayList<>();
    if (condition instanceof TraitCondition trait) {
      traits.add(trait.trait());
    } else if (condition instanceof PersonCondition.Held held) {
      traits.add(held.trait());
    }
    Tree.tests(condition)
        .filter(CompareTrait.class::isInstance)
        .forEach(test -> traits.add(((CompareTrait) test).trait()));
    return traits;
  }
}

package io.customerhub.segment;

import java.util.List;
import java.util.Objects;

/**
 * What a person has to satisfy to be in a segment: a tree of immutable values. Made by {@link
 * Conditions}, {@link SegmentText#parse} or {@link SegmentJson#read}; judged by {@link Evaluator}.
 *
 * <p>Logic is two-valued. A test of a missing value does not hold, and a negation holds exactly
 * where what it negates does not, so {@code trait.city != "London"} holds for a person without a
 * city. {@code toString()} of every node is its {@linkplain SegmentText text form}; it holds what
 * the author of the segment wrote and nothing about any person.
 */
public sealed interface Condition
    permits Condition.All,
        Condition.Any,
        Condition.Not,
        Condition.AtLeast,
        TraitCondition,
        OccurrenceCondition,
        AggregateCondition,
        PatternCondition,
        SequenceCondition,
        PersonCondition,
        ConsentCondition,
        RfmCondition,
        PredictedCondition,
        SegmentCondition {

  /**
   * Holds if every part holds; so of no parts at all it always holds.
   *
   * @param parts the parts
   */
  record All(List<Condition> parts) implements Condition {

    /**
     * Copies the parts.
     *
     * @throws IllegalArgumentException if the tree is beyond {@link SegmentLimits}
     */
    public All {
      parts = List.copyOf(parts);
      TreeSize.check(parts);
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds if at least one part holds; so of no parts at all it never holds.
   *
   * @param parts the parts
   */
  record Any(List<Condition> parts) implements Condition {

    /**
     * Copies the parts.
     *
     * @throws IllegalArgumentException if the tree is beyond {@link SegmentLimits}
     */
    public Any {
      parts = List.copyOf(parts);
      TreeSize.check(parts);
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds if the part does not.
   *
   * @param part the part
   */
  record Not(Condition part) implements Condition {

    /**
     * Checks the part.
     *
     * @throws IllegalArgumentException if the tree is beyond {@link SegmentLimits}
     */
    public Not {
      Objects.requireNonNull(part, "part");
      TreeSize.check(List.of(part));
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds if at least so many of the parts hold.
   *
   * @param needed how many, from 1 to the number of parts
   * @param parts the parts
   */
  record AtLeast(int needed, List<Condition> parts) implements Condition {

    /**
     * Copies the parts.
     *
     * @throws IllegalArgumentException if {@code needed} is not from 1 to the number of parts, or
     *     the tree is beyond {@link SegmentLimits}
     */
    public AtLeast {
      parts = List.copyOf(parts);
      if (needed < 1 || needed > parts.size()) {
        throw new IllegalArgumentException(
            "at least " + needed + " of " + parts.size() + " conditions");
      }
      TreeSize.check(parts);
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }
}

package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Holds for what is known of a person beside traits and facts: who it is, and since when. */
public sealed interface PersonCondition extends Condition {

  /** Which way a person changed. */
  enum Turn {
    /** Into the segment. */
    ENTERED,
    /** Out of it. */
    LEFT
  }

  /**
   * Holds for a share of all people, always the same ones: each has a place from 0 to 100 that
   * depends on nothing but its canonical id and the salt. Two profiles that are merged keep the
   * place of the older one.
   *
   * @param salt other salts give other shares, which are independent; 1 to 256 characters
   * @param from the lowest place, 0 or more
   * @param to the first place above, up to 100; both with up to two decimals
   */
  record Bucket(String salt, BigDecimal from, BigDecimal to) implements PersonCondition {

    /**
     * Brings the numbers to their kept form.
     *
     * @throws IllegalArgumentException if they are out of range, in the wrong order, or finer than
     *     two decimals
     */
    public Bucket {
      salt = Literals.name("salt", salt);
      from = Literals.decimal("a place", from, 0, 100);
      to = Literals.decimal("a place", to, 0, 100);
      if (from.compareTo(to) >= 0 || from.scale() > 2 || to.scale() > 2) {
        throw new IllegalArgumentException(
            "a share goes upwards in steps of 0.01, found: " + from + " to " + to);
      }
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /** Holds for people of whom no identifier is known but a browser's or a device's. */
  record Anonymous() implements PersonCondition {

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds for people with an identifier of a namespace.
   *
   * @param namespace such as {@code email}; 1 to 32 characters
   */
  record HasIdentifier(String namespace) implements PersonCondition {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public HasIdentifier {
      namespace = Literals.namespace(namespace);
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds for people who were found to be one with another profile in the span up to now, now
   * included.
   *
   * @param span how long
   */
  record Merged(Span span) implements PersonCondition {

    /** Checks that the span is present. */
    public Merged {
      Objects.requireNonNull(span, "span");
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds for people who entered another segment, or left it, in the span up to now, now included.
   * They may have turned back since.
   *
   * @param turn which way
   * @param segment the other segment's name, 1 to 256 characters
   * @param span how long
   */
  record Moved(Turn turn, String segment, Span span) implements PersonCondition {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public Moved {
      Objects.requireNonNull(turn, "turn");
      segment = Literals.name("segment", segment);
      Objects.requireNonNull(span, "span");
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds for people who were in another segment at an instant; not before that has come. What
   * counts is what the segment was then and what was known then: what comes late or was merged
   * since does not change it, but that a person of several profiles was in whenever one of them
   * was.
   *
   * @param segment the other segment's name, 1 to 256 characters
   * @param at the instant, kept to the microsecond; years 1 to 9999
   */
  record WasIn(String segment, Instant at) implements PersonCondition {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the name is blank or too long, or the instant out of
     *     range
     */
    public WasIn {
      segment = Literals.name("segment", segment);
      at = at.truncatedTo(ChronoUnit.MICROS);
      if (at.isBefore(Timeline.BEGINNING) || !at.isBefore(Timeline.END)) {
        throw new IllegalArgumentException("an instant lies in the years 1 to 9999: " + at);
      }
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds for people who were in another segment so long ago; see {@link WasIn}.
   *
   * @param segment the other segment's name, 1 to 256 characters
   * @param ago how long ago
   */
  record WasInAgo(String segment, Span ago) implements PersonCondition {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public WasInAgo {
      segment = Literals.name("segment", segment);
      Objects.requireNonNull(ago, "ago");
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds if the shown value of a trait has passed a test without a break for at least a span. What
   * it was when is told by the times in the events, not by when they came. Reads all events of a
   * person, if the value passes at all.
   *
   * @param trait the trait's name, 1 to 256 characters
   * @param test the test; not one whose outcome depends on now or on another trait
   * @param span how long
   */
  record Held(String trait, ValueTest test, Span span) implements PersonCondition {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the name is blank or too long, or the test is none of a
     *     value alone
     */
    public Held {
      trait = Literals.name("trait", trait);
      Objects.requireNonNull(span, "span");
      boolean alone = TestTree.all(test).noneMatch(CompareTrait.class::isInstance);
      if (TestTree.isTimed(test) || !alone) {
        throw new IllegalArgumentException("what has been has to be a matter of the value alone");
      }
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }
}

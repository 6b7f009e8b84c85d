package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a condition in Java starts. Meant for static import:
 *
 * <pre>{@code
 * all(trait("country").in("VN", "TH"),
 *     event("Order Completed").where(property("revenue").gte(50)).atLeast(2).inLast(days(90)),
 *     event("Order Completed").sum("revenue").gt(200).inLast(days(365)),
 *     notIn("suppressed"))
 * }</pre>
 */
public final class Conditions {

  private Conditions() {}

  /** Holds if all parts hold; of no parts, always. */
  public static Condition all(Condition... parts) {
    return new Condition.All(List.of(parts));
  }

  /** Holds if at least one part holds; of no parts, never. */
  public static Condition any(Condition... parts) {
    return new Condition.Any(List.of(parts));
  }

  /** Holds if no part holds. */
  public static Condition none(Condition... parts) {
    return not(any(parts));
  }

  /** Holds if the part does not. */
  public static Condition not(Condition part) {
    return new Condition.Not(part);
  }

  /**
   * Holds if at least so many of the parts hold.
   *
   * @throws IllegalArgumentException if {@code needed} is not from 1 to the number of parts
   */
  public static Condition atLeast(int needed, Condition... parts) {
    return new Condition.AtLeast(needed, List.of(parts));
  }

  /** Starts a test of the shown value of a trait. */
  public static Subject<TraitCondition> trait(String name) {
    return new Subject<>(test -> new TraitCondition(name, test), Folding.EXACT);
  }

  /** Starts a test of a property, or field, for {@link OccurrenceCondition#where}. */
  public static Subject<PropertyTest> property(String name) {
    return new Subject<>(test -> new PropertyTest(name, test), Folding.EXACT);
  }

  /** Starts a test on its own, for {@link Subject#is} after {@link Subject#anyElement}. */
  public static Subject<ValueTest> value() {
    return new Subject<>(test -> test, Folding.EXACT);
  }

  /** Holds if there was such an event at any time before now; the start of narrower conditions. */
  public static OccurrenceCondition event(String name) {
    return occurrence(Selection.event(name));
  }

  /** Holds if there is such a record dated before now; the start of narrower conditions. */
  public static OccurrenceCondition has(String kind) {
    return occurrence(Selection.record(kind));
  }

  /** Starts a sequence with an event; see {@link SequenceCondition}. */
  public static SequenceCondition.Draft sequence(String event) {
    return SequenceCondition.startingWith(Selection.event(event));
  }

  private static OccurrenceCondition occurrence(Selection of) {
    return new OccurrenceCondition(of, Count.AT_LEAST_ONCE, Window.ALL_TIME);
  }

  /** Holds for people of whom no identifier is known but a browser's or a device's. */
  public static PersonCondition isAnonymous() {
    return new PersonCondition.Anonymous();
  }

  /** Holds for people with an identifier of a namespace, such as {@code email}. */
  public static PersonCondition hasIdentifier(String namespace) {
    return new PersonCondition.HasIdentifier(namespace);
  }

  /** Holds for people who were found to be one with another profile in the span up to now. */
  public static PersonCondition mergedInLast(Span span) {
    return new PersonCondition.Merged(span);
  }

  /**
   * Holds for people who were in another segment at an instant; see {@link PersonCondition.WasIn}.
   */
  public static PersonCondition wasIn(String segment, Instant at) {
    return new PersonCondition.WasIn(segment, at);
  }

  /** Holds for people who were in another segment so long ago. */
  public static PersonCondition wasIn(String segment, Span ago) {
    return new PersonCondition.WasInAgo(segment, ago);
  }

  /** Holds for people who entered another segment in the span up to now. */
  public static PersonCondition enteredInLast(String segment, Span span) {
    return new PersonCondition.Moved(PersonCondition.Turn.ENTERED, segment, span);
  }

  /** Holds for people who left another segment in the span up to now. */
  public static PersonCondition leftInLast(String segment, Span span) {
    return new PersonCondition.Moved(PersonCondition.Turn.LEFT, segment, span);
  }

  /**
   * Holds for a share of all people, always the same ones; see {@link PersonCondition.Bucket}.
   *
   * @param salt other salts give other shares, which are independent
   * @param percent the size of the share, above 0 and up to 100, in steps of 0.01
   */
  public static PersonCondition random(String salt, double percent) {
    return new PersonCondition.Bucket(salt, BigDecimal.ZERO, BigDecimal.valueOf(percent));
  }

  /** Starts a test of what was decided about a purpose, such as {@code email.marketing}. */
  public static ConsentSubject consent(String purpose) {
    return new ConsentSubject(purpose, "");
  }

  /** Starts a test of a score of how people buy, 1 to 5. */
  public static Subject<RfmCondition> rfm(RfmCondition.Part part) {
    return new Subject<>(test -> new RfmCondition(part, test), Folding.EXACT);
  }

  /** Starts a test of how many purchases are foretold; see {@link PredictedCondition}. */
  public static Subject<PredictedCondition> predictedPurchases(Span ahead) {
    return predicted(PredictedCondition.Measure.PURCHASES, ahead);
  }

  /** Starts a test of how much money is foretold; see {@link PredictedCondition}. */
  public static Subject<PredictedCondition> predictedValue(Span ahead) {
    return predicted(PredictedCondition.Measure.VALUE, ahead);
  }

  /** Starts a test of the probability, 0 to 1, that a person still buys. */
  public static Subject<PredictedCondition> probabilityAlive() {
    return predicted(PredictedCondition.Measure.ALIVE, null);
  }

  private static Subject<PredictedCondition> predicted(
      PredictedCondition.Measure measure, @Nullable Span ahead) {
    return new Subject<>(test -> new PredictedCondition(measure, ahead, test), Folding.EXACT);
  }

  /** Holds for the people in another segment. */
  public static Condition in(String segment) {
    return new SegmentCondition(segment);
  }

  /** Holds for the people who are not in another segment. */
  public static Condition notIn(String segment) {
    return not(in(segment));
  }

  /** Returns a span of seconds. */
  public static Span seconds(long amount) {
    return new Span(amount, Span.Unit.SECOND);
  }

  /** Returns a span of minutes. */
  public static Span minutes(long amount) {
    return new Span(amount, Span.Unit.MINUTE);
  }

  /** Returns a span of hours. */
  public static Span hours(long amount) {
    return new Span(amount, Span.Unit.HOUR);
  }

  /** Returns a span of calendar days. */
  public static Span days(long amount) {
    return new Span(amount, Span.Unit.DAY);
  }

  /** Returns a span of calendar weeks. */
  public static Span weeks(long amount) {
    return new Span(amount, Span.Unit.WEEK);
  }

  /** Returns a span of calendar months. */
  public static Span months(long amount) {
    return new Span(amount, Span.Unit.MONTH);
  }

  /** Returns a span of calendar years. */
  public static Span years(long amount) {
    return new Span(amount, Span.Unit.YEAR);
  }
}

package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges a condition by the facts of one person at an instant: a pure function of its arguments.
 * Safe for use by many threads.
 */
public final class Evaluator {

  private final Facts facts;
  private final Instant now;
  private final Judge judge;
  private final FactReader reader;
  private final Occurrences occurrences;

  Evaluator(Facts facts, Instant now, ZoneId zone) {
    this.facts = Objects.requireNonNull(facts, "facts");
    this.now = instant(now);
    this.judge = new Judge(facts, Objects.requireNonNull(zone, "zone"), this.now);
    this.reader = new FactReader(facts, zone, judge);
    this.occurrences = new Occurrences(reader, this.now);
  }

  /** Returns an instant as it is judged at. */
  static Instant instant(Instant now) {
    if (now.isBefore(Timeline.BEGINNING) || !now.isBefore(Timeline.END)) {
      throw new IllegalArgumentException("now has to be in the years 1 to 9999: " + now);
    }
    return now.truncatedTo(ChronoUnit.MICROS);
  }

  Judge judge() {
    return judge;
  }

  /**
   * Returns whether a condition holds, why, and until when that is certain.
   *
   * <p>{@link Evaluation#nextChange()} is never late. For a single test it is exact, unless that
   * takes a look at more than {@value Course#STEPS} later instants. For a combination it may be
   * early: it is the first instant by which enough parts have changed, and by then others may have
   * changed back.
   *
   * @param condition the condition
   * @param facts what is known of the person; events dated in the future count from the microsecond
   *     after their time, without being handed over again
   * @param now the instant, taken to the whole microsecond below; years 1 to 9999
   * @param zone whose calendar gives days, weeks, months and years their length
   * @throws IllegalArgumentException if {@code now} is outside of the years 1 to 9999
   */
  public static Evaluation evaluate(Condition condition, Facts facts, Instant now, ZoneId zone) {
    return new Evaluator(facts, now, zone).evaluate(condition);
  }

  /**
   * Returns what a calculation gives, and until when that is certain. {@link Calculated#due()} is
   * never late, and exact under the same condition as that of a single test.
   *
   * @param calculation what to compute
   * @param facts what is known of the person, see {@link #evaluate}
   * @param now the instant, taken to the whole microsecond below; years 1 to 9999
   * @param zone whose calendar gives days, weeks, months and years their length
   * @throws IllegalArgumentException if {@code now} is outside of the years 1 to 9999
   */
  public static Calculated calculate(
      Calculation calculation, Facts facts, Instant now, ZoneId zone) {
    Evaluator evaluator = new Evaluator(facts, now, zone);
    return Calculator.calculate(calculation, evaluator.reader, evaluator.now);
  }

  Evaluation evaluate(Condition condition) {
    if (condition instanceof TraitCondition trait) {
      return evaluate(trait);
    }
    if (condition instanceof OccurrenceCondition occurrence) {
      return occurrences.evaluate(occurrence);
    }
    if (condition instanceof AggregateCondition aggregate) {
      return occurrences.evaluate(aggregate);
    }
    if (condition instanceof PatternCondition pattern) {
      return new Patterns(reader, now).evaluate(pattern);
    }
    if (condition instanceof SequenceCondition sequence) {
      return Sequences.evaluate(sequence, reader, now);
    }
    if (condition instanceof PersonCondition person) {
      return new People(reader, now).evaluate(person);
    }
    if (condition instanceof ConsentCondition consent) {
      return evaluate(consent);
    }
    if (condition instanceof RfmCondition rfm) {
      Object score = facts.rfm(rfm.part()).map(BigDecimal::valueOf).orElse(null);
      boolean result = judge.passes(rfm.test(), score, now);
      return Evaluation.leaf(rfm, result, judge.explain(rfm.test(), score), null);
    }
    if (condition instanceof PredictedCondition predicted) {
      return Predictions.evaluate(predicted, reader, now);
    }
    if (condition instanceof SegmentCondition segment) {
      boolean inside = facts.inSegment(segment.segment());
      return Evaluation.leaf(
          segment, inside, inside ? "in the segment" : "not in the segment", null);
    }
    return combine(condition, Tree.children(condition).stream().map(this::evaluate).toList());
  }

  private Evaluation evaluate(TraitCondition condition) {
    Calculation computed = facts.computed(condition.trait()).orElse(null);
    if (computed != null && computed.takes(condition.test())) {
      return occurrences.evaluate(condition, computed, condition.test());
    }
    Course course = new Tested(judge, condition);
    boolean result = course.holds(now);
    Object value = judge.traits().value(condition.trait(), now);
    String detail = judge.explain(condition.test(), value);
    return Evaluation.leaf(condition, result, detail, course.nextFlip(now, result));
  }

  private Evaluation evaluate(ConsentCondition condition) {
    ConsentCondition.Status found =
        facts
            .consent(condition.purpose(), condition.channel())
            .map(
                granted ->
                    granted ? ConsentCondition.Status.GRANTED : ConsentCondition.Status.DENIED)
            .orElse(ConsentCondition.Status.UNKNOWN);
    String detail = JsonTestWriter.lower(found);
    return Evaluation.leaf(condition, found == condition.status(), detail, null);
  }

  /** A trait under a test whose outcome may depend on the time. */
  private record Tested(Judge judge, TraitCondition condition) implements Course {

    @Override
    public boolean holds(Instant at) {
      return judge.passes(condition.test(), value(at), at);
    }

    @Override
    public @Nullable Instant after(Instant at) {
      return Course.earlier(
          judge.traits().changes(condition.trait(), at),
          judge.changes(condition.test(), value(at), at));
    }

    private @Nullable Object value(Instant at) {
      return judge.traits().value(condition.trait(), at);
    }
  }

  private static Evaluation combine(Condition condition, List<Evaluation> parts) {
    int holding = (int) parts.stream().filter(Evaluation::result).count();
    if (condition instanceof Condition.Not) {
      return combined(condition, holding == 0, parts, "not", parts.get(0).due());
    }
    int needed = needed(condition, parts.size());
    boolean result = holding >= needed;
    String detail = holding + " of " + parts.size() + " hold, needed " + needed;
    return combined(condition, result, parts, detail, nextOf(parts, holding, needed));
  }

  private static int needed(Condition condition, int parts) {
    if (condition instanceof Condition.All) {
      return parts;
    }
    if (condition instanceof Condition.Any) {
      return 1;
    }
    if (condition instanceof Condition.AtLeast atLeast) {
      return atLeast.needed();
    }
    throw new AssertionError(condition);
  }

  /**
   * The result can change no sooner than by when so many parts changed as are missing to the number
   * needed, or are more than one too few. Parts that never change do not count.
   */
  private static @Nullable Instant nextOf(List<Evaluation> parts, int holding, int needed) {
    boolean result = holding >= needed;
    int changes = result ? holding - needed + 1 : needed - holding;
    return parts.stream()
        .filter(part -> part.result() == result)
        .map(Evaluation::due)
        .filter(Objects::nonNull)
        .sorted()
        .skip(changes - 1L)
        .findFirst()
        .orElse(null);
  }

  private static Evaluation combined(
      Condition condition,
      boolean result,
      List<Evaluation> parts,
      String detail,
      @Nullable Instant next) {
    List<Reason> children = parts.stream().map(Evaluation::reason).toList();
    return new Evaluation(result, new Reason(condition, result, detail, children), next);
  }
}

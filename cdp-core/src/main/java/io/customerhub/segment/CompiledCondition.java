package io.customerhub.segment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * A condition made ready to be judged of many people: windows and constants are prepared once, what
 * cannot change the outcome is not looked at, and no reasons are made. Says the same as {@link
 * Evaluator}. Immutable and safe for use by many threads.
 */
public final class CompiledCondition {

  private final Condition condition;
  private final ZoneId zone;
  private final Node root;

  private CompiledCondition(Condition condition, ZoneId zone) {
    this.condition = condition;
    this.zone = zone;
    this.root = NodeCompiler.compile(condition, zone);
  }

  /**
   * Prepares a condition.
   *
   * @param zone whose calendar gives days, weeks, months and years their length
   */
  public static CompiledCondition of(Condition condition, ZoneId zone) {
    return new CompiledCondition(
        Objects.requireNonNull(condition, "condition"), Objects.requireNonNull(zone, "zone"));
  }

  /** Returns the condition. */
  public Condition condition() {
    return condition;
  }

  /**
   * Returns whether the condition holds; stops looking as soon as that is known.
   *
   * @param facts what is known of the person, see {@link Evaluator#evaluate}
   * @param now the instant, taken to the whole microsecond below; years 1 to 9999
   */
  public boolean holds(Facts facts, Instant now) {
    return root.holds(look(facts, now));
  }

  /**
   * Returns whether the condition holds, and until when that is certain: what {@link
   * Evaluator#evaluate} returns, without the reasons.
   *
   * @param facts what is known of the person, see {@link Evaluator#evaluate}
   * @param now the instant, taken to the whole microsecond below; years 1 to 9999
   * @throws IllegalArgumentException if {@code now} is outside of the years 1 to 9999
   */
  public Outcome judge(Facts facts, Instant now) {
    return root.judge(look(facts, now));
  }

  /** Returns the outcome with its reasons, by {@link Evaluator#evaluate}. */
  public Evaluation explain(Facts facts, Instant now) {
    return Evaluator.evaluate(condition, facts, now, zone);
  }

  private Look look(Facts facts, Instant now) {
    return new Look(facts, Evaluator.instant(now), zone);
  }

  /** Returns the text form of the condition. */
  @Override
  public String toString() {
    return condition.toString();
  }
}

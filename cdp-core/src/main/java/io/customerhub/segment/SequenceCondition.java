package io.customerhub.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds if several things happened one after the other often enough. Counted is how many facts of
 * the first step there are from which all other steps follow, each at a later time than the one
 * before; facts in between do not matter unless it is strict. All of these lie in the window; what
 * must not follow is looked for wherever it is.
 *
 * @param steps the steps, 2 to {@value SegmentLimits#STEPS}; the first one is not negated
 * @param same the name of a property that has the same value in all facts, negated ones too; empty
 *     if none
 * @param strict whether nothing else may happen from one step to the next, of all that the steps
 *     name
 * @param count how often
 * @param window when
 */
public record SequenceCondition(
    List<Step> steps, String same, boolean strict, Count count, Window window)
    implements Condition {

  /**
   * Something that follows, or must not follow, the step before.
   *
   * @param of what happens
   * @param negated whether it must not happen: before the next step, or at all if there is none
   * @param span how long after the step before it has to happen, or must not; null for any time
   */
  public record Step(Selection of, boolean negated, @Nullable Span span) {

    /** Checks that the selection is present. */
    public Step {
      Objects.requireNonNull(of, "of");
    }

    /** Returns how long after the step before; empty for any time. */
    public Optional<Span> within() {
      return Optional.ofNullable(span);
    }
  }

  /**
   * Checks the steps.
   *
   * @throws IllegalArgumentException if there are too few or too many, or the first one is negated
   *     or to follow within a span
   */
  public SequenceCondition {
    steps = List.copyOf(steps);
    if (steps.size() < 2 || steps.size() > SegmentLimits.STEPS) {
      throw new IllegalArgumentException(
          "a sequence has 2 to " + SegmentLimits.STEPS + " steps, found: " + steps.size());
    }
    if (steps.get(0).negated() || steps.get(0).span() != null) {
      throw new IllegalArgumentException("the first step follows nothing");
    }
    same = same.isEmpty() ? same : Literals.name("property", same);
    Objects.requireNonNull(count, "count");
    Objects.requireNonNull(window, "window");
  }

  /** Starts a sequence; it needs a second step before it is a condition. */
  public static Draft startingWith(Selection first) {
    return new Draft(List.of(new Step(first, false, null)));
  }

  /** Returns a copy with one more step. */
  public SequenceCondition then(Selection next) {
    return with(new Step(next, false, null));
  }

  /** Returns a copy with one more step, an event. */
  public SequenceCondition then(String event) {
    return then(Selection.event(event));
  }

  /** Returns a copy after which an event must not happen: until the next step, or at all. */
  public SequenceCondition thenNot(String event) {
    return thenNot(Selection.event(event));
  }

  /** Returns a copy after which something must not happen: until the next step, or at all. */
  public SequenceCondition thenNot(Selection next) {
    return with(new Step(next, true, null));
  }

  /** Returns a copy whose last step is limited to a span after the one before. */
  public SequenceCondition within(Span span) {
    List<Step> limited = new ArrayList<>(steps);
    Step last = limited.remove(limited.size() - 1);
    limited.add(new Step(last.of(), last.negated(), span));
    return new SequenceCondition(limited, same, strict, count, window);
  }

  /** Returns a copy whose facts have the same value of a property. */
  public SequenceCondition withSame(String property) {
    return new SequenceCondition(steps, property, strict, count, window);
  }

  /** Returns a copy that allows nothing else in between, of all that the steps name. */
  public SequenceCondition strictly() {
    return new SequenceCondition(steps, same, true, count, window);
  }

  /** Returns a copy that has to have happened so often. */
  public SequenceCondition times(Count newCount) {
    return new SequenceCondition(steps, same, strict, newCount, window);
  }

  /** Returns a copy that looks at the span up to now. */
  public SequenceCondition inLast(Span span) {
    return in(new Window.Last(span));
  }

  /** Returns a copy that looks at a window. */
  public SequenceCondition in(Window newWindow) {
    return new SequenceCondition(steps, same, strict, count, newWindow);
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return SegmentText.print(this);
  }

  private SequenceCondition with(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new SequenceCondition(longer, same, strict, count, window);
  }

  /** The start of a sequence. Immutable. */
  public static final class Draft {

    private final List<Step> steps;

    private Draft(List<Step> steps) {
      this.steps = steps;
    }

    /** Returns the sequence with a second step. */
    public SequenceCondition then(Selection next) {
      return with(new Step(next, false, null));
    }

    /** Returns the sequence of a fact after which something must not happen. */
    public SequenceCondition thenNot(Selection next) {
      return with(new Step(next, true, null));
    }

    /** Returns the sequence with an event as second step. */
    public SequenceCondition then(String event) {
      return then(Selection.event(event));
    }

    /** Returns the sequence of a fact after which an event must not happen. */
    public SequenceCondition thenNot(String event) {
      return thenNot(Selection.event(event));
    }

    private SequenceCondition with(Step second) {
      return new SequenceCondition(
          List.of(steps.get(0), second), "", false, Count.AT_LEAST_ONCE, Window.ALL_TIME);
    }
  }
}

package io.customerhub.segment;

import java.time.Instant;
import java.util.Objects;

/** Whether something holds of the facts in a window, kept as they come and go. Not thread-safe. */
abstract class Tally {

  abstract void add(Fact fact);

  /** Takes back a fact that was added; those added first go first. */
  abstract void remove(Fact fact);

  abstract boolean holds(Instant now);

  /** Returns that there are so many. */
  static Tally of(Count count, int inside) {
    return new Counting(count, inside);
  }

  /** Returns that a value passes a test that does not depend on the time. */
  static Tally of(Measure measure, ValueTest test) {
    return new Measured(measure) {
      @Override
      boolean holds(Instant now) {
        return measure.passes(test, now);
      }
    };
  }

  /** Returns that a value is what it is now. */
  static Tally steady(Measure measure) {
    Object value = measure.value();
    return new Measured(measure) {
      @Override
      boolean holds(Instant now) {
        return Objects.equals(measure.value(), value);
      }
    };
  }

  private static final class Counting extends Tally {

    private final Count count;
    private int number;

    Counting(Count count, int number) {
      this.count = count;
      this.number = number;
    }

    @Override
    void add(Fact fact) {
      number++;
    }

    @Override
    void remove(Fact fact) {
      number--;
    }

    @Override
    boolean holds(Instant now) {
      return count.includes(number);
    }
  }

  private abstract static class Measured extends Tally {

    private final Measure measure;

    Measured(Measure measure) {
      this.measure = measure;
    }

    @Override
    void add(Fact fact) {
      measure.add(fact);
    }

    @Override
    void remove(Fact fact) {
      measure.remove(fact);
    }
  }
}

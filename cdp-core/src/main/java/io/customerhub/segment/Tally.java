package io.customerhub.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of the facts in a window, kept as they come and go. Not thread-safe. */
abstract class Tally {

  abstract void add(Fact fact);

  /** Takes back a fact that was added; those added first go first. */
  abstract void remove(Fact fact);

  abstract boolean holds(Instant now);

  /** Returns how many values take part. */
  abstract int values();

  /** Returns an instant after now before which it holds as it does; null if it does for ever. */
  @Nullable Instant changes(Instant now) {
    return null;
  }

  static Tally of(Count count, int inside) {
    return new Counting(count, inside);
  }

  static Tally of(AggregateCondition condition, FactReader reader) {
    return condition.function().isNumber()
        ? new NumberTally(condition, new Days(reader.zone()))
        : new ValueTally(condition, reader.judge());
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

    @Override
    int values() {
      return number;
    }
  }
}

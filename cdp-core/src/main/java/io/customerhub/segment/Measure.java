package io.customerhub.segment;

import io.customerhub.profile.EventSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A value computed of facts that come and go. Not thread-safe. */
abstract class Measure {

  /** Begins with what is known of events that are not kept one by one any more. */
  abstract void begin(EventSummary removed);

  abstract void add(Fact fact);

  /** Takes back a fact that was added; those added first go first. */
  abstract void remove(Fact fact);

  /** Returns how many facts or values take part. */
  abstract int values();

  /** Returns the value in canonical form; null if there is none. */
  abstract @Nullable Object value();

  abstract boolean passes(ValueTest test, Instant now);

  /** Returns an instant after now before which a test's outcome stays; null if it does for ever. */
  @Nullable Instant changes(ValueTest test, Instant now) {
    return null;
  }

  static Measure of(Calculation calculation, FactReader reader) {
    Measure measure =
        calculation.function().isNumber()
            ? new NumberMeasure(calculation, new Days(reader.zone()))
            : new ValueMeasure(calculation, reader.judge());
    reader.summary(calculation.of(), calculation.window()).ifPresent(measure::begin);
    return measure;
  }
}

package io.customerhub.segment;

import java.time.LocalDate;
import java.util.OptionalDouble;

/** What is foretold of how a person buys, by a model that was fitted to many. */
@FunctionalInterface
public interface Forecast {

  /**
   * Returns a number foretold from what was bought up to a day.
   *
   * @param measure what
   * @param asOf the last day that is looked at
   * @param days how many days to look ahead; 0 where that does not matter
   * @return the number; empty if nothing was bought up to that day, or the model does not tell
   */
  OptionalDouble of(PredictedCondition.Measure measure, LocalDate asOf, int days);
}

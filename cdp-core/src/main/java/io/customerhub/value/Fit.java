package io.customerhub.value;

import java.util.Objects;

/**
 * A model with the parameters that make what was seen most likely.
 *
 * @param <M> the model
 * @param model the model
 * @param logLikelihood the logarithm of that likelihood
 * @param customers how many took part
 * @param determined whether there is a best choice; false where it lies at the end of what a
 *     parameter may be, as when all customers are alike or nobody ever stops: what the model then
 *     predicts fits the data, but its parameters mean nothing
 */
public record Fit<M>(M model, double logLikelihood, long customers, boolean determined) {

  /** Fewest customers that a model is fitted to. */
  public static final int FEWEST = 10;

  /** How far the logarithms of parameters may go, for times and amounts that are around 1. */
  private static final double FARTHEST = 12;

  /** Checks that there is a model. */
  public Fit {
    Objects.requireNonNull(model, "model");
  }

  static boolean isAllowed(double... logs) {
    return within(FARTHEST, logs);
  }

  static boolean isDetermined(double... logs) {
    return within(FARTHEST - 0.5, logs);
  }

  private static boolean within(double bound, double... logs) {
    for (double log : logs) {
      if (!(Math.abs(log) <= bound)) {
        return false;
      }
    }
    return true;
  }
}

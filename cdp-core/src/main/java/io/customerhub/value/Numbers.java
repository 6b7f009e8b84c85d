package io.customerhub.value;

/** The special functions that the models need, and checks of numbers. */
final class Numbers {

  /** Lanczos' coefficients for g = 7, by Godfrey: 15 digits for all positive arguments. */
  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private static final double RESCALE = 1e200;
  private static final int MOST_TERMS = 20_000_000;

  private Numbers() {}

  static void notNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + ": " + value + ", expected a number from 0 on");
    }
  }

  static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + ": " + value + ", expected a number above 0");
    }
    return value;
  }

  /** Returns the logarithm of the gamma function of a positive number. */
  static double logGamma(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
    }
    double y = x - 1;
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (y + i);
    }
    double t = y + 7.5;
    return HALF_LOG_TWO_PI + (y + 0.5) * Math.log(t) - t + Math.log(sum);
  }

  /** Returns log(exp(a) + exp(b)). */
  static double logSum(double a, double b) {
    double high = Math.max(a, b);
    return high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }

  /**
   * Returns the logarithm of {@code c (2F1(a, b; c; z) - 1)}: all terms of the hypergeometric
   * series but the first, times c. All of them are positive, so nothing cancels; they are rescaled,
   * so nothing overflows; and c may be 0, where the series itself has none.
   *
   * @param a positive
   * @param b positive
   * @param c above -1
   * @param z above 0 and below 1
   */
  static double logTail(double a, double b, double c, double z) {
    double term = a * b * z;
    double sum = term;
    double scale = 0;
    for (int k = 1; k < MOST_TERMS; k++) {
      double ratio = (a + k) / (c + k) * ((b + k) / (k + 1)) * z;
      term *= ratio;
      sum += term;
      if (sum > RESCALE) {
        term /= RESCALE;
        sum /= RESCALE;
        scale += Math.log(RESCALE);
      }
      if (ratio < 1 && term < sum * 1e-17 * (1 - ratio)) {
        return Math.log(sum) + scale;
      }
    }
    throw new ArithmeticException("the hypergeometric series does not end for z = " + z);
  }
}

package io.customerhub.examples.benchmarks;

import java.util.Arrays;

/** Times in nanoseconds, shortest first. Immutable. */
public final class Percentiles {

  private static final double MILLION = 1e6;

  private final long[] sorted;

  private Percentiles(long[] sorted) {
    this.sorted = sorted;
  }

  /** Returns times, whatever their order. */
  public static Percentiles of(long[] nanoseconds) {
    long[] sorted = nanoseconds.clone();
    Arrays.sort(sorted);
    return new Percentiles(sorted);
  }

  /** Returns the time in milliseconds that so many of a hundred calls do not exceed. */
  public double milliseconds(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(0, rank - 1)] / MILLION;
  }

  /** Returns how many calls one thread would do in a second. */
  public double perSecond() {
    return sorted.length / (Arrays.stream(sorted).sum() / 1e9);
  }
}

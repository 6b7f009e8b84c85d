package io.customerhub.examples.benchmarks.people;

/** Numbers that look drawn and are unique. */
final class Scattering {

  /** Has no common factor with a power of ten, so that it only reorders the numbers below one. */
  private static final long FACTOR = 618_033_989L;

  private Scattering() {}

  /**
   * Returns a number below a power of ten, different for each number below it.
   *
   * @param number not negative
   */
  static long of(long number, long powerOfTen) {
    return number % powerOfTen * FACTOR % powerOfTen;
  }
}

package io.customerhub.segment;

/**
 * How many events are needed: a range, both ends included.
 *
 * @param min the fewest, at least 0
 * @param max the most; {@link #UNBOUNDED} for any number
 */
public record Count(int min, int max) {

  /** The {@code max} that sets no limit. */
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  /** One or more. */
  public static final Count AT_LEAST_ONCE = new Count(1, UNBOUNDED);

  /** None. */
  public static final Count NONE = new Count(0, 0);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException unless {@code 0 <= min <= max}
   */
  public Count {
    if (min < 0 || max < min) {
      throw new IllegalArgumentException(
          "a number of times is 0 or more and a range goes upwards, found: " + min + " to " + max);
    }
  }

  /** Returns "this many or more". */
  public static Count atLeast(int times) {
    return new Count(times, UNBOUNDED);
  }

  /** Returns "this many or fewer". */
  public static Count atMost(int times) {
    return new Count(0, times);
  }

  /** Returns "just this many". */
  public static Count exactly(int times) {
    return new Count(times, times);
  }

  /** Returns whether a number is in the range. */
  public boolean includes(int number) {
    return min <= number && number <= max;
  }

  /** Returns the range in words, such as {@code at least 2 times}. */
  @Override
  public String toString() {
    if (max == UNBOUNDED) {
      return "at least " + times(min);
    }
    if (min == max) {
      return "exactly " + times(min);
    }
    return min == 0 ? "at most " + times(max) : "between " + min + " and " + times(max);
  }

  private static String times(int number) {
    return number + (number == 1 ? " time" : " times");
  }
}

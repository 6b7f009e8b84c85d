package io.customerhub.examples.benchmarks.people;

import java.util.List;
import java.util.SplittableRandom;

/** Randomness that depends on a seed and a number alone. */
final class Dice {

  private final SplittableRandom random;

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  static Dice of(long seed, long number) {
    return new Dice(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double share() {
    return random.nextDouble();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  char letterOf(String letters) {
    return letters.charAt(below(letters.length()));
  }
}

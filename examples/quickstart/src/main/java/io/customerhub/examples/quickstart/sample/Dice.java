package io.customerhub.examples.quickstart.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A repeatable sequence of choices. {@link Random}'s algorithm is specified: same on every JVM. */
final class Dice {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final Random random;

  private Dice(long seed) {
    this.random = new Random(seed);
  }

  /** Returns the sequence of this purpose; different purposes do not disturb each other. */
  static Dice of(long seed, String purpose) {
    return new Dice(mixed(seed + GOLDEN_GAMMA * purpose.hashCode()));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Returns a number from 0 up to, but not including, the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Returns a number between both ends, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }

  /** Picks earlier elements more often, as some names are commoner than others. */
  <T> T pickEarly(List<T> from) {
    return from.get((int) (from.size() * Math.pow(random.nextDouble(), 1.7)));
  }

  /** Counts how often in a row a chance came true, up to a limit. */
  int streak(double probability, int limit) {
    int length = 0;
    while (length < limit && chance(probability)) {
      length++;
    }
    return length;
  }

  Instant instant(Instant from, Instant to) {
    long millis = Duration.between(from, to).toMillis();
    return from.plusMillis((long) (random.nextDouble() * millis));
  }

  UUID uuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /** Replaces each {@code x} by a digit and each {@code A} by a letter. */
  String fill(String pattern) {
    StringBuilder filled = new StringBuilder(pattern.length());
    pattern.chars().forEach(c -> filled.append(filled((char) c)));
    return filled.toString();
  }

  private char filled(char c) {
    return switch (c) {
      case 'x' -> (char) ('0' + below(10));
      case 'A' -> (char) ('A' + below(26));
      default -> c;
    };
  }

  // The finaliser of SplitMix64: neighbouring seeds give unrelated sequences.
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

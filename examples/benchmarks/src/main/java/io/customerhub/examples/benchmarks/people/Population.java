package io.customerhub.examples.benchmarks.people;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Made-up people and what four sources say of them, one to five rows each. The same seed and count
 * give the same rows. Immutable and thread-safe.
 */
public final class Population {

  /** What the values of a {@link Row} are. */
  public static final List<String> COLUMNS =
      List.of(
          "given_name",
          "surname",
          "birth_date",
          "gender",
          "street",
          "postcode",
          "city",
          "country",
          "email",
          "phone",
          "loyalty_card",
          "source");

  private final long seed;

  private Population(long seed) {
    this.seed = seed;
  }

  /** Returns the population of a seed. */
  public static Population of(long seed) {
    return new Population(seed);
  }

  /**
   * Returns so many rows, made while they are read, in constant memory. Sequential.
   *
   * @param count how many, not negative
   */
  public Stream<Row> rows(long count) {
    Iterator<Row> rows = new Shuffled<>(new Written(seed, count), Dice.of(seed, -1));
    return StreamSupport.stream(Spliterators.spliterator(rows, count, Spliterator.ORDERED), false);
  }
}

package io.customerhub.examples.benchmarks.people;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** What sources write, household by household. */
final class Written implements Iterator<Row> {

  /** Of a hundred people, how many have one row, at most two, three, four; the others have five. */
  private static final int[] ROWS = {35, 65, 83, 94};

  private final List<Culture> cultures = Culture.all();
  private final Deque<Row> waiting = new ArrayDeque<>();
  private final GivenUp givenUp = new GivenUp();
  private final long seed;
  private long left;
  private long households;
  private long people;

  Written(long seed, long count) {
    this.seed = seed;
    this.left = count;
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public Row next() {
    if (left-- <= 0) {
      throw new NoSuchElementException();
    }
    while (waiting.isEmpty()) {
      household();
    }
    return waiting.remove();
  }

  private void household() {
    Dice dice = Dice.of(seed, households);
    List<Person> household =
        Household.of(dice, culture(dice.below(100)), givenUp, households++, people);
    people += household.size();
    household.forEach(person -> write(dice, person));
  }

  private void write(Dice dice, Person person) {
    int percent = dice.below(100);
    int rows = 1;
    while (rows <= ROWS.length && percent >= ROWS[rows - 1]) {
      rows++;
    }
    for (int i = 0; i < rows; i++) {
      waiting.add(Scribe.row(dice, person));
    }
  }

  private Culture culture(int percent) {
    int upTo = 0;
    for (Culture culture : cultures) {
      upTo += culture.share();
      if (percent < upTo) {
        return culture;
      }
    }
    return cultures.get(0);
  }
}

package io.customerhub.examples.benchmarks.people;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Mixes what is near: in full would need all of it in memory. */
final class Shuffled<T> implements Iterator<T> {

  private static final int WINDOW = 8_192;

  private final Iterator<T> from;
  private final Dice dice;
  private final List<T> window = new ArrayList<>();

  Shuffled(Iterator<T> from, Dice dice) {
    this.from = from;
    this.dice = dice;
    while (from.hasNext() && window.size() < WINDOW) {
      window.add(from.next());
    }
  }

  @Override
  public boolean hasNext() {
    return !window.isEmpty();
  }

  @Override
  public T next() {
    T last = from.hasNext() ? from.next() : window.remove(window.size() - 1);
    int at = dice.below(window.size() + 1);
    return at == window.size() ? last : window.set(at, last);
  }
}

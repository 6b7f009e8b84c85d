package io.customerhub.examples.benchmarks.people;

import java.util.ArrayList;
import java.util.List;

/** E-mail addresses that people gave up lately, so that their provider may give them to others. */
final class GivenUp {

  private static final int WINDOW = 4_096;

  private final List<String> addresses = new ArrayList<>();
  private int next;

  void add(String address) {
    if (addresses.size() < WINDOW) {
      addresses.add(address);
    } else {
      addresses.set(next++ % WINDOW, address);
    }
  }

  /** Returns one of them, or the other one as long as nobody gave up any. */
  String take(Dice dice, String other) {
    return addresses.isEmpty() ? other : dice.pick(addresses);
  }
}

package io.customerhub.examples.quickstart.sample;

import java.util.List;

/** The countries of the sample, each as often as customers live there. */
final class Countries {

  private static final List<Country> ALL =
      List.of(
          CountriesWest.britain(),
          CountriesWest.america(),
          CountriesWest.germany(),
          CountriesWest.france(),
          CountriesWest.spain(),
          CountriesEast.vietnam(),
          CountriesEast.poland(),
          CountriesEast.greece(),
          CountriesEast.bulgaria());

  // In per cent, in the order of the list above.
  private static final List<Integer> SHARES = List.of(22, 18, 16, 10, 8, 14, 8, 2, 2);

  private Countries() {}

  static Country pick(Dice dice) {
    int ticket = dice.below(100);
    for (int i = 0; i < ALL.size(); i++) {
      ticket -= SHARES.get(i);
      if (ticket < 0) {
        return ALL.get(i);
      }
    }
    throw new AssertionError("the shares do not add up to 100");
  }
}

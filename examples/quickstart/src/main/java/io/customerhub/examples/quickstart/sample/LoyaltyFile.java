package io.customerhub.examples.quickstart.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The register of the loyalty scheme, in the order of joining. */
final class LoyaltyFile {

  // The scheme is older than the shop's log.
  private static final Instant OPENED = Instant.parse("2022-03-01T08:00:00Z");

  private final long seed;
  private final Dice numbers;
  private final Set<String> taken = new HashSet<>();
  private final List<LoyaltyCard> cards = new ArrayList<>();

  private LoyaltyFile(long seed) {
    this.seed = seed;
    this.numbers = Dice.of(seed, "card numbers");
  }

  /** Returns all cards; a person may have two. */
  static List<LoyaltyCard> cards(List<Person> people, long seed) {
    LoyaltyFile file = new LoyaltyFile(seed);
    people.stream().filter(person -> person.in(Source.LOYALTY)).forEach(file::register);
    file.cards.sort(Comparator.comparing(LoyaltyCard::joined));
    return List.copyOf(file.cards);
  }

  static String of(List<LoyaltyCard> cards, long seed) {
    List<String> rows =
        cards.stream().map(LoyaltyCard::csv).collect(Collectors.toCollection(ArrayList::new));
    new LoyaltyBadRows(Dice.of(seed, "loyalty bad rows"), cards).spoil(rows);
    return Csv.row(LoyaltyCard.HEADER) + String.join("", rows);
  }

  private void register(Person person) {
    Dice dice = person.dice(seed, "loyalty");
    hand(person, dice);
    if (dice.chance(0.07)) {
      hand(person, dice);
    }
  }

  private void hand(Person person, Dice dice) {
    Instant joined = dice.instant(OPENED, Period.END);
    cards.add(LoyaltyNoise.typed(person, LoyaltyCard.faithful(person, number(), joined), dice));
  }

  private String number() {
    String number = numbers.fill("LC-xxxxxxx");
    return taken.add(number) ? number : number();
  }
}

package io.customerhub.examples.quickstart.sample;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The sales team's deals, with the day on which each stage was reached. */
final class DealsFile {

  static final int SIZE = 220;

  private static final List<String> OWNERS = List.of("mai", "jonas", "claire", "tom", "agata");
  private static final List<String> TITLES =
      List.of(
          "Office kitchen",
          "Staff gifts",
          "Hotel linen",
          "Wedding list",
          "Shop fitting",
          "Team outing gear",
          "Yearly stationery");

  private final Dice dice;
  private final Map<String, LoyaltyCard> cards;
  private final List<Person> customers;

  private DealsFile(List<Person> people, List<LoyaltyCard> cards, long seed) {
    this.dice = Dice.of(seed, "deals");
    this.cards =
        cards.stream()
            .collect(Collectors.toMap(card -> card.value("truth"), card -> card, (a, b) -> a));
    this.customers = people.stream().filter(person -> !person.in(Source.VISITOR)).toList();
  }

  static String of(List<Person> people, List<LoyaltyCard> cards, long seed) {
    DealsFile file = new DealsFile(people, cards, seed);
    List<Instant> openings = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      openings.add(file.dice.instant(Period.START, Period.END));
    }
    openings.sort(Comparator.naturalOrder());
    StringBuilder csv = new StringBuilder(Csv.row(DealStages.HEADER));
    for (int i = 0; i < SIZE; i++) {
      csv.append(Csv.row(file.deal(i + 1, openings.get(i))));
    }
    return csv.toString();
  }

  private List<String> deal(int number, Instant opened) {
    Person customer = dice.pick(customers);
    Map<String, String> row = new LinkedHashMap<>();
    DealStages.HEADER.forEach(column -> row.put(column, ""));
    row.put("deal_no", String.format(Locale.ROOT, "D-%04d", number));
    row.put("opened_at", opened.truncatedTo(ChronoUnit.SECONDS).toString());
    row.putAll(customer(customer));
    row.put("title", dice.pick(TITLES));
    row.put("amount", String.valueOf(amount(customer.country())));
    row.put("currency", customer.country().one("currency"));
    row.put("owner", dice.pick(OWNERS));
    row.put("truth", customer.id());
    row.putAll(new DealStages(dice, opened).columns());
    return List.copyOf(row.values());
  }

  private Map<String, String> customer(Person person) {
    boolean byCard = person.in(Source.LOYALTY) && dice.chance(0.6);
    LoyaltyCard card = cards.get(person.id());
    return byCard && card != null
        ? Map.of("card_no", card.value("card_no"))
        : Map.of("email", person.contact().someEmail(dice, 0.3));
  }

  private long amount(Country country) {
    int hundreds = dice.between(3, 30) + (dice.chance(0.25) ? dice.between(20, 220) : 0);
    return hundreds * 100L * (country.one("currency").equals("VND") ? 25_000 : 1);
  }
}

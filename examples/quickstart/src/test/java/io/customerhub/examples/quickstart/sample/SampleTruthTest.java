package io.customerhub.examples.quickstart.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleTruthTest {

  private final List<Map<String, String>> cards = Shipped.rows("loyalty-cards.csv");

  @Test
  void two_thousand_people_and_nearly_half_of_them_in_several_files() {
    Map<String, Integer> files = new HashMap<>();
    Stream.of(Shipped.peopleOfShop(), Shipped.peopleOfLoyalty(), Shipped.peopleOfMailbox())
        .flatMap(Set::stream)
        .forEach(person -> files.merge(person, 1, Integer::sum));

    assertThat(files).hasSize(Population.SIZE);
    assertThat(files.values().stream().filter(count -> count > 1).count()).isBetween(800L, 1_000L);
    assertThat(files.values().stream().filter(count -> count == 3).count()).isBetween(150L, 300L);
  }

  @Test
  void the_truth_of_a_card_is_a_person_of_the_generator() {
    Set<String> people =
        Population.of(SampleData.SEED).stream().map(Person::id).collect(Collectors.toSet());

    assertThat(cards).allMatch(card -> people.contains(card.get("truth")));
  }

  @Test
  void some_people_hold_two_cards() {
    Map<String, Long> held =
        cards.stream()
            .collect(Collectors.groupingBy(card -> card.get("truth"), Collectors.counting()));

    assertThat(held.values().stream().filter(count -> count > 1).count()).isBetween(60L, 130L);
  }

  @Test
  void twins_share_birth_date_surname_and_street() {
    assertThat(shared(card -> key(card, "surname", "birth_date", "street")))
        .hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void father_and_son_share_name_and_street() {
    assertThat(shared(card -> key(card, "given_name", "surname", "street")))
        .hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void families_share_phones() {
    assertThat(shared(card -> digits(card.get("phone")))).hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void rows_err_about_as_often_as_people_do() {
    List<LoyaltyCard> typed = LoyaltyFile.cards(Population.of(SampleData.SEED), SampleData.SEED);

    assertThat(share(typed, LoyaltyCard.Slip.NO_EMAIL)).isBetween(0.15, 0.3);
    assertThat(share(typed, LoyaltyCard.Slip.TYPO_IN_NAME)).isBetween(0.06, 0.14);
    assertThat(share(typed, LoyaltyCard.Slip.SWAPPED_NAMES)).isBetween(0.015, 0.05);
    assertThat(share(typed, LoyaltyCard.Slip.NICKNAME)).isBetween(0.03, 0.15);
    assertThat(share(typed, LoyaltyCard.Slip.SHARED_PHONE)).isBetween(0.08, 0.3);
    assertThat(typed.stream().filter(card -> card.slips().isEmpty()).count())
        .isBetween(typed.size() / 10L, typed.size() / 2L);
  }

  @Test
  void every_deal_names_a_customer_that_the_other_files_know() {
    Set<String> numbers = new HashSet<>();
    cards.forEach(card -> numbers.add(card.get("card_no")));

    assertThat(Shipped.rows("deals.csv"))
        .allMatch(deal -> deal.get("email").isEmpty() != deal.get("card_no").isEmpty())
        .allMatch(deal -> deal.get("card_no").isEmpty() || numbers.contains(deal.get("card_no")));
  }

  @Test
  void deals_narrow_to_a_funnel_in_the_order_of_time() {
    List<Map<String, String>> deals = Shipped.rows("deals.csv");

    assertThat(deals).allSatisfy(deal -> assertThat(reached(deal)).isSorted());
    assertThat(deals)
        .allMatch(deal -> deal.get("won_at").isEmpty() || deal.get("lost_at").isEmpty());
    assertThat(count(deals, "qualified_at"))
        .isGreaterThan(count(deals, "proposal_at"))
        .isLessThan(deals.size());
    assertThat(count(deals, "proposal_at")).isGreaterThan(count(deals, "negotiation_at"));
    assertThat(count(deals, "negotiation_at")).isGreaterThan(count(deals, "won_at"));
    assertThat(count(deals, "won_at")).isGreaterThan(30);
  }

  /** Returns the keys that cards of different people have in common. */
  private Set<String> shared(Function<Map<String, String>, String> key) {
    Map<String, Set<String>> people = new HashMap<>();
    for (Map<String, String> card : cards) {
      people.computeIfAbsent(key.apply(card), any -> new TreeSet<>()).add(card.get("truth"));
    }
    people.remove("");
    people.values().removeIf(several -> several.size() < 2);
    return people.keySet();
  }

  /** Joins the columns, or returns nothing if one of them is empty. */
  private static String key(Map<String, String> card, String... columns) {
    List<String> values = Stream.of(columns).map(card::get).toList();
    return values.contains("") ? "" : String.join("|", values);
  }

  /** Returns the last digits: in them all ways of writing a number agree. */
  private static String digits(String phone) {
    String digits = phone.replaceAll("\\D", "");
    return digits.length() < 8 ? "" : digits.substring(digits.length() - 8);
  }

  private static double share(List<LoyaltyCard> cards, LoyaltyCard.Slip slip) {
    return (double) cards.stream().filter(card -> card.slips().contains(slip)).count()
        / cards.size();
  }

  private static long count(List<Map<String, String>> deals, String stage) {
    return deals.stream().filter(deal -> !deal.get(stage).isEmpty()).count();
  }

  private static List<Instant> reached(Map<String, String> deal) {
    return Stream.of(
            "opened_at", "qualified_at", "proposal_at", "negotiation_at", "won_at", "lost_at")
        .map(deal::get)
        .filter(time -> !time.isEmpty())
        .map(Instant::parse)
        .toList();
  }
}

package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.event.Identifier;
import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Level;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.MatchModelJson;
import io.customerhub.identity.MatchRules;
import io.customerhub.identity.Term;
import io.customerhub.identity.TermFrequencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TermWeightsTest {

  private static final Offset<Double> EXACTLY = within(1e-12);
  private static final MatchModel DEFAULTS = MatchModel.defaults();
  private static final long NAME = ComparisonVector.bit(Level.NAME_EXACT);
  private static final long PHONE = ComparisonVector.bit(Level.PHONE_EXACT);
  private static final long CITY = ComparisonVector.bit(Level.CITY_EXACT);

  private final RecordSet records = RecordSet.create();

  /** The records of each person are those that start with the same letter. */
  private Corpus corpus = corpus();

  @Test
  void a_rare_value_says_more_and_a_common_one_less_than_the_average() {
    people("smith", "smith", "smith", "zwicky");
    TermWeights weights = counted();

    // The one who has the surname of one at random is found with 10 of 16.
    double smith = log2(10 / 16.0 / (3 / 4.0));
    double zwicky = log2(10 / 16.0 / (1 / 4.0));
    assertThat(weights.sum(at("a"), at("b"), NAME, DEFAULTS)).isCloseTo(smith, EXACTLY);
    assertThat(weights.sum(at("d"), at("d"), NAME, DEFAULTS)).isCloseTo(zwicky, EXACTLY);
    assertThat(weights.adjustments(at("a"), at("b"), NAME | CITY, DEFAULTS))
        .containsOnlyKeys(Level.NAME_EXACT)
        .hasEntrySatisfying(Level.NAME_EXACT, bits -> assertThat(bits).isCloseTo(smith, EXACTLY));
  }

  @Test
  void of_a_name_both_parts_count() {
    add("a", Map.of("given_name", "ada", "surname", "smith"));
    add("b", Map.of("given_name", "ada", "surname", "smith"));
    add("c", Map.of("given_name", "bea", "surname", "smith"));
    add("d", Map.of("given_name", "bea", "surname", "zwicky"));
    double both = log2(10 / 16.0 / (3 / 4.0)) + log2(8 / 16.0 / (2 / 4.0));
    assertThat(counted().sum(at("a"), at("b"), NAME, DEFAULTS)).isCloseTo(both, EXACTLY);
    // What only one of the two has is no agreement.
    assertThat(counted().sum(at("c"), at("d"), NAME, DEFAULTS))
        .isCloseTo(log2(8 / 16.0 / (2 / 4.0)), EXACTLY);
  }

  @ParameterizedTest
  @EnumSource(names = {"NAME_CLOSE", "NAME_NICKNAME", "NAME_INITIAL", "NAME_SURNAME_ONLY"})
  void of_a_name_that_agrees_in_a_part_the_part_that_is_the_same_counts(Level level) {
    people("smith", "smith", "smith", "zwicky");
    long vector = ComparisonVector.bit(level);
    assertThat(counted().sum(at("d"), at("d"), vector, DEFAULTS))
        .isCloseTo(log2(10 / 16.0 / (1 / 4.0)), EXACTLY);
    assertThat(counted().adjustments(at("a"), at("b"), vector, DEFAULTS)).containsOnlyKeys(level);
    assertThat(
            counted().sum(at("d"), at("d"), ComparisonVector.bit(Level.NAME_GENERATION), DEFAULTS))
        .isZero();
  }

  @Test
  void each_two_share_what_both_of_them_have() {
    List<String> given = List.of("ada", "bea", "cyd", "ada");
    List<String> surnames = List.of("smith", "smith", "zwicky", "jones");
    for (int i = 0; i < 4; i++) {
      add(id(i), Map.of("given_name", given.get(i), "surname", surnames.get(i)));
    }
    TermWeights weights = counted();
    double twoOfFour = log2(6 / 16.0 / (2 / 4.0));
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        boolean shared =
            given.get(i).equals(given.get(j)) || surnames.get(i).equals(surnames.get(j));
        if (i != j) {
          assertThat(weights.sum(at(id(i)), at(id(j)), NAME, DEFAULTS))
              .as("%d and %d", i, j)
              .isCloseTo(shared ? twoOfFour : 0, EXACTLY);
        }
      }
    }
  }

  @Test
  void words_of_organisations_are_counted_as_well() {
    add("a", Map.of("organisation", "acme bearings"));
    add("b", Map.of("organisation", "acme tyres"));
    TermFrequencies frequencies = counted().frequencies("salt");
    assertThat(frequencies.parts()).hasSize(2);
    assertThat(frequencies.holders("organisation")).isEqualTo(2);
  }

  @Test
  void nothing_in_common_and_other_levels_add_nothing() {
    people("smith", "zwicky");
    TermWeights weights = counted();
    assertThat(weights.sum(at("a"), at("b"), CITY | PHONE, DEFAULTS)).isZero();
    add("c", Map.of("surname", "jones"));
    assertThat(counted().sum(at("a"), at("c"), NAME, DEFAULTS)).isZero();
    assertThat(counted().adjustments(at("a"), at("c"), NAME, DEFAULTS)).isEmpty();
  }

  @Test
  void the_records_of_one_person_count_once() {
    people("smith", "smith", "zwicky");
    add("a2", Map.of("given_name", "ann", "surname", "smith"));
    add("a3", Map.of("given_name", "ann", "surname", "smith", "city", "leeds"));
    assertThat(counted().sum(at("a"), at("b"), NAME, DEFAULTS))
        .isCloseTo(log2(5 / 9.0 / (2 / 3.0)), EXACTLY);
    TermFrequencies frequencies = counted().frequencies("salt");
    assertThat(frequencies.holders("surname")).isEqualTo(3);
    assertThat(frequencies.holders("city")).isEqualTo(1);
  }

  @Test
  void people_have_one_name_as_often_as_both_of_its_parts_are_shared() {
    people("smith", "smith", "smith", "zwicky");
    // All six pairs share the given name, three the surname; one more stands for the unseen.
    assertThat(u(Level.NAME_EXACT)).isCloseTo(7 / 7.0 * (4 / 7.0), EXACTLY);
    assertThat(u(Level.BIRTH_EXACT)).isZero();
  }

  @Test
  void those_who_do_go_together_are_counted() {
    for (int i = 0; i < 26; i++) {
      String birth = "19" + (50 + i) + "0203";
      String name = i < 13 ? "adalove" : "beasmith";
      add(
          String.valueOf((char) ('a' + i)),
          Map.of("given_name", name, "surname", name + "son", "birth_date", birth));
    }
    // By chance one in four, in truth one in two.
    double byChance = Math.pow((156 + 1) / (325 + 1.0), 2);
    assertThat(u(Level.NAME_EXACT)).isCloseTo((156 + 5) / (325 + 5 / byChance), EXACTLY);
  }

  @Test
  void a_rare_name_says_what_its_parts_say_where_nobody_is_a_namesake_for_certain() {
    namesakes(/* born= */ false);
    TermWeights weights = counted();
    assertThat(weights.sum(at("a"), at("b"), NAME, DEFAULTS)).isCloseTo(byParts(), EXACTLY);
    assertThat(model(weights)).doesNotContain("trust");
  }

  @Test
  void a_rare_name_says_less_where_namesakes_have_rare_names() {
    namesakes(/* born= */ true);
    TermWeights weights = counted();
    double share = weights.sum(at("a"), at("b"), NAME, DEFAULTS) / byParts();
    assertThat(share).isBetween(0.25, 0.95);
    assertThat(model(weights)).contains("\"trust\":" + String.valueOf(share).substring(0, 8));
  }

  /** Of 26, three have the given name, and 11 and 12 another one; the surnames are even. */
  private static double byParts() {
    double given = (3 * 3 + 11 * 11 + 12 * 12) / 26.0 / 26;
    double surname = (3 * 3 + 10 * 2 * 2 + 3 * 3) / 26.0 / 26;
    return log2(given / (3 / 26.0)) + log2(surname / (3 / 26.0));
  }

  /** Three of one rare name; of the others all have a given name and a surname that many have. */
  private void namesakes(boolean born) {
    for (int i = 0; i < 26; i++) {
      boolean rare = i < 3;
      String given = rare ? "ivy" : "ann" + (i % 2 == 0 ? "a" : "e");
      String surname = rare ? "zwicky" : "smith" + (char) ('a' + i % 11);
      String birth = born ? "19" + (50 + i) + "0203" : "";
      add(id(i), Map.of("given_name", given, "surname", surname, "birth_date", birth));
    }
  }

  private static String model(TermWeights weights) {
    return MatchModelJson.write(DEFAULTS.withTerms(weights.frequencies("salt")));
  }

  @Test
  void other_values_are_shared_as_often_as_they_are_and_as_two_hundred_pairs_are_by_default() {
    phones("+442079460018", "+442079460018", "+442079460019", "");
    double byDefault = 200 * DEFAULTS.u(Level.PHONE_EXACT);
    assertThat(u(Level.PHONE_EXACT)).isCloseTo((1 + byDefault) / (3 + 200), EXACTLY);
    assertThat(u(Level.NAME_EXACT)).isZero();
  }

  @Test
  void ids_of_all_namespaces_are_of_one_kind() {
    ids("a", "passport", "P1");
    ids("b", "passport", "P1");
    ids("c", "card", "C1");
    ids("d", "card", "C2");
    ids("e", "card", "C2");
    double byDefault = 200 * DEFAULTS.u(Level.ID_EXACT);
    assertThat(u(Level.ID_EXACT)).isCloseTo((1 + 1 + byDefault) / (1 + 3 + 200), EXACTLY);
  }

  @Test
  void streets_weigh_as_they_are_common_but_their_u_is_not_counted() {
    street("a", "1 high street");
    street("b", "1 high street");
    street("c", "1 mill lane");
    assertThat(u(Level.STREET_EXACT)).isZero();
    assertThat(counted().sum(at("c"), at("c"), ComparisonVector.bit(Level.STREET_EXACT), DEFAULTS))
        .isCloseTo(log2(5 / 9.0 / (1 / 3.0)), EXACTLY);
  }

  @ParameterizedTest
  @CsvSource({"10, 0", "11, -9"})
  void a_number_of_more_than_ten_people_is_nobodys(int people, double sum) {
    phones(Stream.generate(() -> "+442079460018").limit(people).toArray(String[]::new));
    assertThat(counted().sum(at("a"), at("b"), PHONE, DEFAULTS)).isCloseTo(sum, EXACTLY);

    Findings findings = new Findings();
    counted().addGenericTo(findings);
    assertThat(findings.all())
        .isEqualTo(
            people > 10
                ? List.of(new Finding(Finding.Kind.GENERIC, "phone", 1, List.of("+999099990099")))
                : List.of());
  }

  @Test
  void of_several_numbers_the_best_counts() {
    for (char c = 'a'; c < 'a' + 12; c++) {
      add(String.valueOf(c), Map.of(), Identifier.phone("+442079460019"));
    }
    List<Identifier> both =
        List.of(Identifier.phone("+442079460019"), Identifier.phone("+442079460014"));
    records.add("y", Map.of(), both).add("z", Map.of(), both);
    // 14 hold the one and two the other.
    double average = (14 * 14 + 2 * 2) / (16.0 * 16);
    assertThat(counted().sum(at("y"), at("z"), PHONE, DEFAULTS))
        .isCloseTo(log2(average / (2 / 16.0)), EXACTLY);
  }

  @Test
  void without_counts_all_values_say_the_same() {
    people("smith", "smith", "zwicky");
    corpus = corpus();
    TermWeights none = TermWeights.none(corpus);
    assertThat(none.sum(at("a"), at("b"), NAME, DEFAULTS)).isZero();
    assertThat(none.adjustments(at("a"), at("b"), NAME, DEFAULTS)).isEmpty();
    assertThat(none.areCounted()).isFalse();
    assertThat(none.exactU()).containsOnly(0);
    assertThat(TermWeights.known(corpus, TermFrequencies.none()).areCounted()).isFalse();
    assertThat(counted().areCounted()).isTrue();
  }

  @Test
  void what_a_model_knows_of_values_weighs_what_it_does_there() {
    people("smith", "smith", "zwicky");
    TermFrequencies known =
        TermFrequencies.builder("salt")
            .add(new Term(Level.NAME_EXACT, "surname", "smith"), 60)
            .add(new Term(Level.NAME_EXACT, "surname", "jones"), 20)
            .build();
    corpus = corpus();
    TermWeights weights = TermWeights.known(corpus, known);

    assertThat(weights.sum(at("a"), at("b"), NAME, DEFAULTS))
        .isCloseTo(log2(4_000 / 6_400.0 / (60 / 80.0)), EXACTLY);
    assertThat(weights.areCounted()).isFalse();
    assertThat(weights.exactU()).containsOnly(0);
  }

  @Test
  void a_number_that_a_model_knows_to_be_of_many_is_nobodys_and_told() {
    phones("+442079460018", "+442079460018");
    TermFrequencies known =
        TermFrequencies.builder("salt")
            .add(new Term(Level.PHONE_EXACT, "phone", "+442079460018"), 11)
            .build();
    corpus = corpus();
    TermWeights weights = TermWeights.known(corpus, known);
    Findings findings = new Findings();
    weights.addGenericTo(findings);

    assertThat(weights.sum(at("a"), at("b"), PHONE, DEFAULTS)).isEqualTo(-9);
    assertThat(findings.all()).hasSize(1);
  }

  /** People of one given name and these surnames, called a, b and so on. */
  private void people(String... surnames) {
    IntStream.range(0, surnames.length)
        .forEach(i -> add(id(i), Map.of("given_name", "ann", "surname", surnames[i])));
  }

  private void phones(String... phones) {
    for (int i = 0; i < phones.length; i++) {
      if (phones[i].isEmpty()) {
        add(id(i), Map.of("city", "leeds"));
      } else {
        add(id(i), Map.of(), Identifier.phone(phones[i]));
      }
    }
  }

  private void ids(String id, String namespace, String value) {
    add(id, Map.of(), Identifier.of(namespace, value));
  }

  private void street(String id, String street) {
    add(id, Map.of("street", street));
  }

  private void add(String id, Map<String, String> fields, Identifier... identifiers) {
    records.add(id, fields, List.of(identifiers));
  }

  private static String id(int i) {
    return String.valueOf((char) ('a' + i));
  }

  private int at(String id) {
    return corpus.position(id);
  }

  private double u(Level level) {
    return counted().exactU()[List.of(Level.values()).indexOf(level)];
  }

  private TermWeights counted() {
    corpus = corpus();
    List<String> ids = new ArrayList<>();
    int[] personOf = new int[corpus.size()];
    for (int i = 0; i < personOf.length; i++) {
      ids.add(corpus.id(i));
      personOf[i] = corpus.id(i).charAt(0) - 'a';
    }
    int[] members = ids.stream().sorted().mapToInt(corpus::position).toArray();
    return TermWeights.of(corpus, members, personOf);
  }

  private Corpus corpus() {
    return Corpus.of(records, IdentityResolver.create(MatchRules.people()), true);
  }

  private static double log2(double number) {
    return Math.log(number) / Math.log(2);
  }
}

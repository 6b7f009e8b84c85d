package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.MatchRules;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NamesakesTest {

  private static final List<String> TURKISH = List.of("Ayse", "Fatma", "Emre", "Gokhan");
  private static final List<String> POLISH = List.of("Piotr", "Zofia", "Marek", "Agata");

  private final RecordSet records = RecordSet.create();

  @Test
  void names_that_go_together_are_shared_more_often_than_chance_has_it() {
    for (int i = 0; i < 400; i++) {
      boolean turkish = i % 2 == 0;
      String given = (turkish ? TURKISH : POLISH).get(i / 2 % 4);
      add(given, (turkish ? "yilmaz" : "nowak") + (char) ('a' + i / 8 % 5), "19500101");
    }
    // One in 8 has each given name and one in 10 each surname, but one in 40 both.
    double byChance = 1 / 8.0 * 1 / 10.0;

    assertThat(share(byChance)).isCloseTo(2 * byChance, within(byChance / 4));
  }

  @Test
  void who_says_no_birth_date_may_be_the_same_person_and_is_not_counted() {
    for (int i = 0; i < 400; i++) {
      add("Ada", "Lovelace", "");
    }

    assertThat(share(0.001)).isCloseTo(0.001, within(1e-9));
  }

  @Test
  void among_few_people_chance_has_it() {
    add("Ada", "Lovelace", "18151210");
    add("Ada", "Lovelace", "18521127");

    assertThat(share(0.001)).isCloseTo(0.001, within(0.0005));
  }

  @Test
  void records_of_one_person_count_once() {
    IntStream.range(0, 100).forEach(i -> add("Ada", "Lovelace", "18151210"));
    int[] inOrder = IntStream.range(0, 100).toArray();

    assertThat(Namesakes.of(corpus(), inOrder, new int[100]).share(0.01)).isEqualTo(0.01);
  }

  @Test
  void of_one_name_in_one_postcode_one_counts() {
    add("Ada", "Lovelace", "18151210", "postcode", "10115");
    add("Ada", "Lovelace", "18521127", "postcode", "10115");
    add("Ada", "Lovelace", "18521128", "postcode", "20095");
    add("Ada", "Byron", "18521129", "postcode", "10115");
    // Two of three people, and not three of four, are namesakes.
    assertThat(share(0.01)).isCloseTo((1 + 5) / (3 + 5 / 0.01), within(1e-12));
  }

  @Test
  void who_says_no_postcode_counts() {
    add("Ada", "Lovelace", "18151210", "city", "Leeds");
    add("Ada", "Lovelace", "18521127", "city", "Leeds");
    assertThat(share(0.01)).isCloseTo((1 + 5) / (1 + 5 / 0.01), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"postcode, 10115", "surname, Lovelace", "given_name, Ada"})
  void it_does_not_matter_which_value_came_first(String field, String value) {
    for (int i = 0; i < 40; i++) {
      records.add("filler" + i, Map.of(field, value, "state", "s" + i), List.of());
    }
    add("Ada", "Lovelace", "18151210", "postcode", "10115");
    add("Ada", "Lovelace", "18521127", "postcode", "10115");
    add("Ada", "Lovelace", "18521128", "postcode", "20095");

    assertThat(corpus().codes().value(0)).isEqualToIgnoringCase(value);
    assertThat(share(0.01)).isCloseTo((1 + 5) / (1 + 5 / 0.01), within(1e-12));
  }

  @Test
  void half_a_name_is_no_name() {
    add("Ada", "", "18151210");
    add("Ada", "", "18521127");
    add("", "Lovelace", "18521128");
    add("", "Lovelace", "18521129");
    assertThat(share(0.01)).isCloseTo(0.01, within(1e-12));
  }

  @Test
  void a_person_counts_by_the_first_record_that_says_name_and_birth_date() {
    add("Ada", "Lovelace", "");
    add("Ada", "Lovelace", "18151210");
    add("Grace", "Lovelace", "18151210");
    add("Ada", "Lovelace", "18521127");
    Corpus corpus = corpus();
    int[] members = IntStream.range(0, 4).map(i -> corpus.position("r" + i)).toArray();
    int[] personOf = new int[4];
    personOf[corpus.position("r3")] = 3;
    assertThat(Namesakes.of(corpus, members, personOf).share(0.01))
        .isCloseTo((1 + 5) / (1 + 5 / 0.01), within(1e-12));
  }

  @Test
  void no_more_than_all_pairs_are_namesakes() {
    for (int i = 0; i < 20; i++) {
      add("Ada", "Lovelace", "18521" + (127 + i % 3) + "");
    }
    assertThat(share(2)).isEqualTo(1);
  }

  private void add(String given, String surname, String birth, String field, String value) {
    Map<String, String> fields =
        Map.of("given_name", given, "surname", surname, "birth_date", birth, field, value);
    records.add("r" + records.size(), fields, List.of());
  }

  private void add(String given, String surname, String birth) {
    Map<String, String> fields =
        birth.isEmpty()
            ? Map.of("given_name", given, "surname", surname)
            : Map.of("given_name", given, "surname", surname, "birth_date", birth);
    records.add("r" + records.size(), fields, List.of());
  }

  private double share(double byChance) {
    int[] each = IntStream.range(0, records.size()).toArray();
    return Namesakes.of(corpus(), each, each).share(byChance);
  }

  private Corpus corpus() {
    return Corpus.of(records, IdentityResolver.create(MatchRules.people()), true);
  }
}

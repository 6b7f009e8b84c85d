package io.customerhub.examples.benchmarks.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PopulationTest {

  private static final int MANY = 20_000;
  private static final List<Row> ROWS = Population.of(7).rows(MANY).toList();

  @Test
  void one_seed_gives_the_same_rows_and_another_gives_others() {
    assertThat(Population.of(7).rows(500).toList())
        .hasSize(500)
        .isEqualTo(Population.of(7).rows(500).toList())
        .isNotEqualTo(Population.of(8).rows(500).toList());
    assertThat(Population.of(7).rows(0)).isEmpty();
  }

  @Test
  void a_person_has_one_to_five_rows() {
    Map<String, Long> rows = counted(Row::person);

    assertThat(rows.values()).allMatch(count -> count <= 5).contains(1L, 2L, 3L, 4L, 5L);
    assertThat((double) MANY / rows.size()).isBetween(2.0, 2.5);
  }

  @Test
  void every_value_is_missing_here_and_there_but_names_and_source() {
    for (String column : Population.COLUMNS) {
      boolean always = Set.of("given_name", "surname", "source").contains(column);
      double filled = ROWS.stream().filter(row -> !value(row, column).isEmpty()).count();
      assertThat(filled / MANY).as(column).isBetween(always ? 0.99 : 0.1, always ? 1 : 0.97);
    }
  }

  @Test
  void names_repeat_as_in_a_population() {
    Map<String, Set<String>> people =
        ROWS.stream()
            .collect(
                Collectors.groupingBy(
                    row -> value(row, "given_name") + " " + value(row, "surname"),
                    Collectors.mapping(Row::person, Collectors.toSet())));

    assertThat(people.values()).anyMatch(namesakes -> namesakes.size() >= 5);
    assertThat(people.values().stream().filter(namesakes -> namesakes.size() == 1).count())
        .isGreaterThan(people.size() / 2);
  }

  @Test
  void families_share_phones_and_addresses_and_mail_is_given_to_others_later() {
    assertThat(sharedByPeople("phone")).isGreaterThan(100);
    assertThat(sharedByPeople("street")).isGreaterThan(500);
    assertThat(sharedByPeople("email")).isBetween(20L, 500L);
    assertThat(sharedByPeople("loyalty_card")).isLessThan(5);
  }

  @Test
  void all_cultures_are_there_with_and_without_their_marks() {
    assertThat(counted(row -> value(row, "country")).keySet())
        .contains("GB", "DE", "ES", "FR", "PL", "TR", "VN");
    assertThat(counted(row -> value(row, "surname")).keySet()).contains("Nguyễn", "Nguyen");
  }

  @Test
  void nobody_is_born_in_the_future_but_by_a_slip_of_one_year() {
    assertThat(ROWS)
        .map(row -> value(row, "birth_date"))
        .filteredOn(born -> !born.isEmpty())
        .allMatch(born -> born.compareTo("2027") < 0);
  }

  @Test
  void an_error_changes_a_text_a_little() {
    Dice dice = Dice.of(5, 5);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String wrong = Typist.mistyped(dice, "Wilson");
      assertThat(wrong.length()).isBetween(4, 8);
      seen.add(wrong);
    }
    assertThat(seen).contains("Wislon", "Wlson", "Wi1son").hasSizeGreaterThan(50);
  }

  @Test
  void unique_numbers_look_drawn() {
    Set<Long> numbers = new HashSet<>();
    for (long i = 0; i < 10_000; i++) {
      numbers.add(Scattering.of(i, 10_000));
    }
    assertThat(numbers).hasSize(10_000).allMatch(number -> number >= 0 && number < 10_000);
  }

  @Test
  void a_cell_with_a_comma_or_quote_is_quoted() {
    assertThat(PeopleCsv.cell("Calle Mayor, 12")).isEqualTo("\"Calle Mayor, 12\"");
    assertThat(PeopleCsv.cell("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
    assertThat(PeopleCsv.cell("plain")).isEqualTo("plain");
  }

  private static long sharedByPeople(String column) {
    return ROWS.stream()
        .filter(row -> !value(row, column).isEmpty())
        .collect(
            Collectors.groupingBy(
                row -> value(row, column), Collectors.mapping(Row::person, Collectors.toSet())))
        .values()
        .stream()
        .filter(people -> people.size() > 1)
        .count();
  }

  private static Map<String, Long> counted(Function<Row, String> what) {
    return ROWS.stream().collect(Collectors.groupingBy(what, Collectors.counting()));
  }

  private static String value(Row row, String column) {
    return row.values().get(Population.COLUMNS.indexOf(column));
  }
}

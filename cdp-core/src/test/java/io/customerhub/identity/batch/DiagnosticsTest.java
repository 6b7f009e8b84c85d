package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Identifier;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.identity.batch.Finding.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is odd about the input is told, and joins nobody. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DiagnosticsTest {

  private static final IdentifierNormalizer NORMALIZER =
      IdentifierNormalizer.create().withDefaultRegion("GB");

  private final BatchResolver resolver = BatchResolver.create();

  @Test
  void nothing_is_told_of_people_who_say_what_they_should() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 100; i++) {
      add(records, "a" + i, person(i));
      add(records, "b" + i, with(i, "surname", word(i * 17 + 1_000) + "s"));
    }
    assertThat(resolver.resolve(records).diagnostics().findings()).isEmpty();
  }

  @Test
  void empty_records_say_too_little() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 30; i++) {
      add(records, "r" + i, Map.of());
    }
    BatchResult result = resolver.resolve(records);

    assertThat(result.clusters()).hasSize(30);
    assertThat(count(result, Kind.UNLINKABLE, "")).isEqualTo(30);
  }

  @Test
  void one_field_alone_is_told_by_its_name() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 30; i++) {
      add(records, "r" + i, Map.of("city", word(i)));
    }
    assertThat(count(resolver.resolve(records), Kind.ONE_FIELD, "city")).isEqualTo(30);
  }

  @Test
  void a_hundred_thousand_records_with_one_value_take_no_longer_and_are_told() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 100_000; i++) {
      add(records, "r" + i, Map.of("given_name", "Ada"));
    }
    BatchResult result = resolver.resolve(records);

    assertThat(result.diagnostics().candidates()).isLessThan(100_000L * 4 * Blocks.CAP);
    assertThat(result.diagnostics().largest().get(0).getValue()).isEqualTo(1);
    assertThat(count(result, Kind.COPY, "")).isEqualTo(99_999);
    assertThat(count(result, Kind.CUT, "")).isPositive();
    assertThat(count(result, Kind.DEFAULTS, "")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "birth_date, 00/00/0000, NO_DATE, 00/00/0000",
    "birth_date, 31/02/1980, NO_DATE, 99/09/9990",
    "birth_date, tomorrow, NO_DATE, aaaaaaaa",
    "phone, call 12 me, NO_PHONE, aaaa 99 aa",
    "phone, ada@example.com, SWAPPED, aaa@aaaaaaa.aaa",
    "email, nobody, NO_EMAIL, aaaaaa",
    "email, 020 7946 0018, SWAPPED, 090 9999 0099",
    "surname, n/a, PLACEHOLDER, a/a",
    "city, NULL, PLACEHOLDER, aaaa",
    "surname, Аdа Lоvelасe, MIXED_SCRIPTS, ''"
  })
  void values_that_cannot_be_read_are_counted_by_field_and_shown_by_their_shape(
      String field, String value, Kind kind, String shape) {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 30; i++) {
      add(records, "r" + i, with(i, field, value));
    }
    BatchResult result = resolver.resolve(records);

    assertThat(result.clusters()).hasSize(30);
    assertThat(result.diagnostics().findings())
        .contains(new Finding(kind, field, 30, shape.isEmpty() ? List.of() : List.of(shape)));
    assertThat(result.diagnostics().toString())
        .doesNotContain(value.equals("00/00/0000") ? "!" : value);
  }

  @ParameterizedTest
  @ValueSource(ints = {257, 100_000})
  void values_without_end_and_heaps_of_marks_are_cut_and_told(int length) {
    RecordSet records = RecordSet.create();
    add(records, "long", Map.of("surname", "x".repeat(length), "given_name", "Ada"));
    add(records, "marks", Map.of("surname", "a" + "\u0301".repeat(length), "given_name", "Bea"));
    BatchResult result = resolver.resolve(records);

    assertThat(result.clusters()).hasSize(2);
    assertThat(count(result, Kind.TOO_LONG, "surname")).isEqualTo(2);
  }

  @Test
  void ids_of_zeros_are_placeholders_and_those_of_many_are_generic() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 60; i++) {
      List<Identifier> ids =
          List.of(Identifier.of("ssn", "000-00-0000"), Identifier.of("club", "C-4711"));
      records.add("r" + i, Map.<String, Object>copyOf(person(i)), ids, NORMALIZER);
    }
    BatchResult result = resolver.resolve(records);

    assertThat(count(result, Kind.PLACEHOLDER, "ssn")).isEqualTo(60);
    assertThat(result.diagnostics().findings())
        .contains(new Finding(Kind.GENERIC, "club", 1, List.of("a-9999")));
  }

  @Test
  void columns_swapped_half_way_are_told_and_still_find_each_other() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 100; i++) {
      Map<String, String> person = person(i);
      add(records, "a" + i, person);
      Map<String, String> swapped = new HashMap<>(person);
      swapped.put("given_name", person.getOrDefault("surname", ""));
      swapped.put("surname", person.getOrDefault("given_name", ""));
      add(records, "b" + i, swapped);
    }
    BatchResult result = resolver.resolve(records);

    assertThat(result.clusters()).hasSize(100);
    assertThat(count(result, Kind.SWAPPED, "given_name, surname")).isEqualTo(200);
  }

  @Test
  void postcodes_among_the_cities_are_told() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 40; i++) {
      Map<String, String> fields = new HashMap<>(person(i));
      fields.put(i % 2 == 0 ? "postcode" : "city", "4" + (100 + i));
      fields.put(i % 2 == 0 ? "city" : "postcode", "Leeds");
      add(records, "r" + i, fields);
    }
    assertThat(count(resolver.resolve(records), Kind.SWAPPED, "postcode, city")).isEqualTo(20);
  }

  @Test
  void ten_records_copies_of_one_and_no_duplicates_at_all_leave_the_default_weights() {
    assertDefaults(people(10, 1), "defaults: only 10 different records", 10);
    assertDefaults(people(1, 500), "defaults: only 1 different records", 1);
    assertDefaults(people(400, 1), "likely matches", 400);
  }

  private void assertDefaults(RecordSet records, String origin, int different) {
    BatchResult result = resolver.resolve(records);

    assertThat(result.model().isEstimated()).isFalse();
    assertThat(result.model().origin()).startsWith("defaults").contains(origin);
    assertThat(count(result, Kind.DEFAULTS, "")).isEqualTo(different);
    assertThat(result.clusters()).hasSize(different);
  }

  @Test
  void enough_duplicates_leave_nothing_to_tell_of_the_weights() {
    BatchResult result = resolver.resolve(people(100, 2));

    assertThat(result.model().isEstimated()).isTrue();
    assertThat(result.diagnostics().findings())
        .containsExactly(new Finding(Kind.COPY, "", 100, List.of()));
  }

  @Test
  void the_order_of_the_records_does_not_matter_to_what_is_told() {
    List<List<Finding>> told = new ArrayList<>();
    for (long seed = 1; seed <= 4; seed++) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        order.add(i);
      }
      Collections.shuffle(order, new Random(seed));
      RecordSet records = RecordSet.create();
      order.forEach(i -> add(records, "r" + i, with(i, "birth_date", "x".repeat(i % 7) + "?")));
      told.add(resolver.resolve(records).diagnostics().findings());
    }
    assertThat(told).containsOnly(told.get(0));
  }

  @Test
  void a_finding_reads_as_a_sentence() {
    assertThat(new Finding(Kind.NO_DATE, "birth_date", 1_200, List.of("99/99/9999", "aaa")))
        .hasToString(
            "birth_date: 1200 values are no dates of the calendar, such as 99/99/9999; aaa");
  }

  private static long count(BatchResult result, Kind kind, String field) {
    return result.diagnostics().findings().stream()
        .filter(finding -> finding.kind() == kind && finding.field().equals(field))
        .mapToLong(Finding::count)
        .sum();
  }

  private static RecordSet people(int people, int copies) {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < people * copies; i++) {
      add(records, "r" + i, person(i % people));
    }
    return records;
  }

  private static void add(RecordSet records, String id, Map<String, String> fields) {
    records.add(id, Map.copyOf(fields), List.of(), NORMALIZER);
  }

  private static Map<String, String> with(int i, String field, String value) {
    Map<String, String> fields = new HashMap<>(person(i));
    fields.put(field, value);
    return fields;
  }

  private static Map<String, String> person(int i) {
    return Map.of(
        "given_name", word(i * 31 + 7),
        "surname", word(i * 17 + 1_000),
        "birth_date",
            String.format(Locale.ROOT, "%d-%02d-%02d", 1920 + i * 7 % 83, 1 + i % 12, 2 + i % 27));
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number * 7919 + 13; rest > 0; rest /= 20) {
      word.append("bcdfghjklmnpqrstvwxz".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
    }
    return word.toString();
  }
}

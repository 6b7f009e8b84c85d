package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Identifier;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.identity.Normalized;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a source sends, the work is bounded and strangers are not joined. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadInputTest {

  private final BatchResolver resolver = BatchResolver.create();

  @Test
  void records_that_say_nothing_are_alone_and_counted() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 500; i++) {
      records.add("r" + i, Map.of(), List.of());
    }
    BatchResult result = resolver.resolve(records);

    assertThat(result.clusters()).hasSize(500);
    assertThat(result.diagnostics().unlinkable()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "given_name",
        "surname",
        "name",
        "birth_date",
        "street",
        "postcode",
        "city",
        "phone",
        "gender"
      })
  void one_field_alone_joins_nobody_and_costs_little(String field) {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 4_000; i++) {
      records.add("r" + i, Map.of(field, "1980-05-06"), List.of());
    }
    BatchResult result = resolver.resolve(records);

    assertThat(result.diagnostics().candidates()).isLessThan(4_000L * 4 * Blocks.CAP);
    assertThat(result.clusters()).hasSize(4_000);
  }

  @Test
  void a_phone_and_a_street_that_thousands_share_join_nobody() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 3_000; i++) {
      Map<String, String> fields = new TreeMap<>(person(i));
      fields.putAll(
          Map.of("phone", "020 7946 0000", "street", "1 Post Office", "postcode", "1000"));
      records.add("r" + i, fields, List.of());
    }
    BatchResult result = resolver.resolve(records);

    assertThat(result.diagnostics().largest().get(0).getValue()).isLessThanOrEqualTo(3);
    assertThat(result.diagnostics().candidates()).isLessThan(3_000L * 10 * Blocks.CAP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000000000", "unknown", "n/a", "99999999999", "-", "null", "1111111"})
  void placeholders_are_no_ids(String value) {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 50; i++) {
      List<Identifier> keys =
          List.of(Identifier.of("ssn", value), Identifier.phone(value)).stream()
              .map(IdentifierNormalizer.create().withDefaultRegion("GB")::normalize)
              .filter(Normalized.Key.class::isInstance)
              .map(key -> ((Normalized.Key) key).identifier())
              .toList();
      records.add("r" + i, person(i), keys);
    }

    assertThat(resolver.resolve(records).diagnostics().largest().get(0).getValue()).isEqualTo(1);
  }

  @Test
  void texts_without_end_and_heaps_of_marks_take_no_longer() {
    String marks = "a" + "\u0301".repeat(100_000);
    RecordSet records =
        RecordSet.create()
            .add("long", Map.of("name", "x".repeat(100_000), "street", marks), List.of())
            .add("marks", Map.of("given_name", marks, "surname", marks), List.of())
            .add(
                "words",
                Map.of("name", "a ".repeat(50_000), "city", "\uFDFA".repeat(9_000)),
                List.of())
            .add("mixed", Map.of("name", "Ада Lovelace 愛 \uD83D\uDE00 \uD800"), List.of());

    assertThat(resolver.resolve(records).clusters()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00/00/0000", "31/02/1980", "1980-99-99", "0", "tomorrow", "01/01/1900"})
  void a_date_that_is_none_does_not_make_one_person_of_many(String date) {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 60; i++) {
      Map<String, String> fields = new HashMap<>(person(i));
      fields.put("birth_date", date);
      records.add("r" + i, fields, List.of());
    }

    assertThat(resolver.resolve(records).clusters()).hasSize(60);
  }

  @Test
  void phones_with_letters_are_no_numbers() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 40; i++) {
      Map<String, String> fields = new HashMap<>(person(i));
      fields.put("phone", "call 12 me");
      records.add("r" + i, fields, List.of());
    }

    assertThat(resolver.resolve(records).clusters()).hasSize(40);
  }

  @Test
  void columns_swapped_half_way_still_find_each_other() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 100; i++) {
      Map<String, String> fields = person(i);
      records.add("a" + i, fields, List.of());
      records.add(
          "b" + i,
          Map.of(
              "given_name", fields.getOrDefault("surname", ""),
              "surname", fields.getOrDefault("given_name", ""),
              "birth_date", fields.getOrDefault("birth_date", "")),
          List.of());
    }
    BatchResult result = resolver.resolve(records);

    assertThat(result.clusters()).hasSize(100).allMatch(cluster -> cluster.size() == 2);
  }

  @Test
  void identical_records_among_others_are_one_person_and_distinct_ones_are_many() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 300; i++) {
      records.add("r" + i, person(i), List.of());
    }
    for (int i = 0; i < 8; i++) {
      records.add("copy" + i, person(7), List.of());
    }
    BatchResult result = resolver.resolve(records);

    assertThat(result.clusters()).hasSize(300);
    assertThat(result.diagnostics().largest().get(0).getValue()).isEqualTo(9);
  }

  @Test
  void nothing_but_copies_of_one_record_costs_little() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 2_000; i++) {
      records.add("r" + i, person(7), List.of());
    }

    assertThat(resolver.resolve(records).diagnostics().candidates())
        .isLessThan(2_000L * 10 * Blocks.CAP);
  }

  private static Map<String, String> person(int i) {
    return Map.of(
        "given_name", word(i * 31 + 7),
        "surname", word(i * 17 + 1_000),
        "birth_date",
            String.format(Locale.ROOT, "%d-%02d-%02d", 1920 + i * 7 % 83, 1 + i % 12, 1 + i % 28));
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number * 7919 + 13; rest > 0; rest /= 20) {
      word.append("bcdfghjklmnpqrstvwxz".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
    }
    return word.toString();
  }
}

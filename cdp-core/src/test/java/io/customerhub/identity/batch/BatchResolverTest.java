package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.event.Identifier;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Level;
import io.customerhub.identity.Match.Grade;
import io.customerhub.identity.MatchDetail;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.MatchRecord;
import io.customerhub.identity.MatchRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BatchResolverTest {

  private static final Map<String, String> ADA =
      Map.of("given_name", "Ada", "surname", "Lovelace", "birth_date", "1815-12-10");
  private static final Map<String, String> ADA_MISTYPED =
      Map.of("given_name", "Ada", "surname", "Lovelance", "birth_date", "1815-12-10");
  private static final Map<String, String> MARY =
      Map.of("given_name", "Mary", "surname", "Somerville", "birth_date", "1780-12-26");

  private final BatchResolver resolver = BatchResolver.create();

  @Test
  void no_records_are_no_clusters() {
    BatchResult result = resolver.resolve(RecordSet.create());

    assertThat(result.clusters()).isEmpty();
    assertThat(result.diagnostics().candidates()).isZero();
  }

  @Test
  void records_of_one_person_are_together_and_others_alone() {
    BatchResult result = resolver.resolve(three());

    assertThat(result.clusters()).containsExactly(List.of("a", "b"), List.of("c"));
    assertThat(result.clusterOf("b")).isEqualTo("a");
    assertThat(result.record("b").reason()).contains("birth_date exact");
    assertThat(result.record("c").reason()).isEqualTo("no match");
  }

  @Test
  void few_records_are_weighed_by_the_defaults_and_that_is_said() {
    MatchModel model = resolver.resolve(three()).model();

    assertThat(model.origin()).startsWith("defaults");
  }

  @Test
  void the_rows_of_a_waterfall_add_up_to_the_score_of_the_record() {
    BatchResult result = resolver.resolve(three());
    PairExplanation why = result.why("a", "b");

    assertThat(why.grade()).isEqualTo(Grade.MATCH);
    assertThat(why.waterfall().bars().get(0).comparison()).isEqualTo("prior");
    assertThat(why.bits()).isCloseTo(result.record("a").bits(), within(1e-9));
    assertThat(why.keys()).contains("birth");
    assertThat(why.verdict()).isEqualTo("together: the two match");
  }

  @Test
  void a_pair_without_a_common_key_was_never_compared() {
    assertThat(resolver.resolve(three()).whyNot("a", "c"))
        .isEqualTo("never compared: no common key");
  }

  @Test
  void do_not_link_is_stronger_than_all_evidence() {
    BatchResult result = resolver.resolve(three().doNotLink("a", "b"));

    assertThat(result.clusters()).hasSize(3);
    assertThat(result.whyNot("b", "a")).isEqualTo("apart: do-not-link");
  }

  @Test
  void must_link_joins_without_evidence() {
    BatchResult result = resolver.resolve(three().mustLink("a", "c"));

    assertThat(result.clusters()).containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void two_values_of_a_single_valued_id_are_never_joined() {
    RecordSet records =
        RecordSet.create()
            .add("a", ADA, List.of(Identifier.of("passport", "C01X00T47")))
            .add("b", ADA, List.of(Identifier.of("passport", "C99X00T11")));

    assertThat(resolver.resolve(records).clusters()).hasSize(1);
    assertThat(resolver.withSingleValued("passport").resolve(records).clusters()).hasSize(2);
  }

  @Test
  void a_household_is_to_be_looked_at_and_not_joined() {
    Map<String, String> home = Map.of("street", "12 Dorset Street", "postcode", "W1U 6QN");
    RecordSet records =
        RecordSet.create()
            .add("mother", with(home, "Ada", "Lovelace", "1815-12-10"), List.of())
            .add("son", with(home, "Ralph", "Lovelace", "1839-07-02"), List.of())
            .add("twin", with(home, "Byron", "Lovelace", "1839-07-02"), List.of());
    BatchResult result = resolver.resolve(records);

    assertThat(result.clusters()).hasSize(3);
    assertThat(result.whyNot("son", "twin")).contains("one home, other names");
    assertThat(result.possible(9)).isNotEmpty();
  }

  @Test
  void a_father_and_a_son_of_one_name_in_one_home_stay_apart() {
    Map<String, String> home = Map.of("street", "12 Dorset Street", "postcode", "W1U 6QN");
    RecordSet records =
        RecordSet.create()
            .add("father", with(home, "Charles", "Babbage", "1791-12-26"), List.of())
            .add("son", with(home, "Charles", "Babbage", "1824-03-14"), List.of());

    assertThat(resolver.resolve(records).clusters()).hasSize(2);
  }

  @Test
  void ids_are_checked() {
    RecordSet records = RecordSet.create().add("a", ADA, List.of());

    assertThatThrownBy(() -> records.add("a", ADA, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> records.add(" ", ADA, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> records.mustLink("a", "nobody"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> resolver.resolve(records).clusterOf("nobody"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_record_that_says_nothing_is_counted_as_unlinkable() {
    RecordSet records = three().add("d", Map.of(), List.of());

    assertThat(resolver.resolve(records).diagnostics().unlinkable()).isEqualTo(1);
  }

  @Test
  void one_value_in_all_records_costs_little_and_joins_nobody() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 5_000; i++) {
      records.add("r" + i, Map.of("given_name", "John", "surname", "Smith"), List.of());
    }
    BatchResult result = resolver.resolve(records);

    assertThat(result.diagnostics().candidates()).isLessThan(5_000L * 2 * Blocks.CAP);
    assertThat(result.clusters()).hasSize(5_000);
  }

  @Test
  void the_order_of_the_records_does_not_matter() {
    for (int seed = 1; seed <= 5; seed++) {
      List<GeneratedPeople.Row> rows = new ArrayList<>(GeneratedPeople.rows(400, seed));
      Set<Set<String>> first = partition(rows);
      Collections.shuffle(rows, new Random(seed));

      assertThat(partition(rows)).as("seed %d", seed).isEqualTo(first);
    }
  }

  @Test
  void weights_are_estimated_where_there_is_enough_to_learn_from() {
    RecordSet records = RecordSet.create();
    GeneratedPeople.rows(3_000, 7).forEach(row -> records.add(row.id(), row.fields(), row.ids()));
    MatchModel model = resolver.resolve(records).model();

    assertThat(model.origin()).startsWith("estimated");
    assertThat(model.changes()).isNotEmpty();
    assertThat(model.bits(Level.EMAIL_EXACT)).isGreaterThan(model.bits(Level.EMAIL_DIFFERENT));
  }

  @Test
  void by_a_given_model_records_weigh_in_a_batch_what_they_weigh_online() {
    List<GeneratedPeople.Row> rows = GeneratedPeople.rows(1_500, 11);
    MatchModel model = resolver.resolve(set(rows)).model().withThresholds(5, 1);
    BatchResult result = resolver.withModel(model).resolve(set(rows));
    IdentityResolver online = IdentityResolver.create(MatchRules.people()).withModel(model);

    assertThat(model.terms().isEmpty()).isFalse();
    assertThat(result.model()).isEqualTo(model);
    int adjusted = 0;
    for (int i = 1; i < rows.size(); i++) {
      MatchRecord a = MatchRecord.of(rows.get(i - 1).fields(), rows.get(i - 1).ids());
      MatchRecord b = MatchRecord.of(rows.get(i).fields(), rows.get(i).ids());
      PairExplanation why = result.why(rows.get(i - 1).id(), rows.get(i).id());
      MatchDetail detail = online.explain(b, a);
      assertThat(why.bits()).isCloseTo(detail.match().bits(), within(1e-9));
      assertThat(detail.waterfall().bits()).isCloseTo(detail.match().bits(), within(1e-9));
      assertThat(online.compare(a, b)).isEqualTo(online.compare(b, a));
      assertThat(why.waterfall().matchBits()).isEqualTo(5);
      adjusted += detail.waterfall().text().contains("value") ? 1 : 0;
    }
    assertThat(adjusted).as("pairs that share a rare or common value").isGreaterThan(100);
  }

  @Test
  void a_given_model_is_not_estimated_again() {
    MatchModel model = MatchModel.defaults().withThresholds(90, 80);
    BatchResult result = resolver.withModel(model).resolve(three());

    assertThat(result.model()).isEqualTo(model);
    assertThat(result.clusters()).hasSize(3);
    assertThat(result.whyNot("a", "b")).endsWith("a match takes 90.0");
  }

  private static RecordSet set(List<GeneratedPeople.Row> rows) {
    RecordSet records = RecordSet.create();
    rows.forEach(row -> records.add(row.id(), row.fields(), row.ids()));
    return records;
  }

  @Test
  void progress_is_told_phase_by_phase_and_up_to_the_end() {
    Map<BatchProgress.Phase, Long> done = new EnumMap<>(BatchProgress.Phase.class);
    List<String> order = new ArrayList<>();
    RecordSet records = RecordSet.create();
    GeneratedPeople.rows(2_500, 9).forEach(row -> records.add(row.id(), row.fields(), row.ids()));
    resolver
        .withKeysAtOnce(100_000)
        .withProgress(
            (phase, now, total) -> {
              assertThat(now).isBetween(done.getOrDefault(phase, 0L), total);
              done.put(phase, now);
              order.add(phase + (now == 0 ? " starts" : now == total ? " ends" : ""));
            })
        .resolve(records);

    assertThat(order)
        .containsSubsequence(
            "KEYS starts",
            "KEYS ends",
            "PAIRS starts",
            "PAIRS ends",
            "PEOPLE starts",
            "PEOPLE ends");
    assertThat(done).containsEntry(BatchProgress.Phase.KEYS, 2L * records.size());
  }

  @Test
  void few_keys_at_once_change_nothing_but_are_checked() {
    RecordSet records = RecordSet.create();
    GeneratedPeople.rows(4_000, 4).forEach(row -> records.add(row.id(), row.fields(), row.ids()));

    assertThat(resolver.withKeysAtOnce(100_000).resolve(records).clusters())
        .isEqualTo(resolver.resolve(records).clusters());
    assertThatThrownBy(() -> resolver.withKeysAtOnce(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100000");
  }

  @Test
  void few_pairs_in_memory_change_nothing_but_are_checked() {
    RecordSet records = RecordSet.create();
    GeneratedPeople.rows(4_000, 4).forEach(row -> records.add(row.id(), row.fields(), row.ids()));

    BatchResult spilled = resolver.withPairsInMemory(1_000).resolve(records);
    BatchResult held = resolver.resolve(records);
    assertThat(spilled.clusters()).isEqualTo(held.clusters());
    assertThat(spilled.possible(50)).isEqualTo(held.possible(50));
    for (GeneratedPeople.Row row : GeneratedPeople.rows(4_000, 4)) {
      assertThat(spilled.record(row.id())).isEqualTo(held.record(row.id()));
    }
    assertThatThrownBy(() -> resolver.withPairsInMemory(999))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("most: 999, expected at least 1000");
  }

  private Set<Set<String>> partition(List<GeneratedPeople.Row> rows) {
    return resolver.resolve(set(rows)).clusters().stream()
        .map(TreeSet::new)
        .collect(Collectors.toSet());
  }

  private static RecordSet three() {
    return RecordSet.create()
        .add("a", ADA, List.of(Identifier.email("ada@example.org")))
        .add("b", ADA_MISTYPED, List.of(Identifier.email("ada@example.org")))
        .add("c", MARY, List.of());
  }

  private static Map<String, String> with(
      Map<String, String> home, String given, String surname, String birth) {
    Map<String, String> fields = new TreeMap<>(home);
    fields.put("given_name", given);
    fields.put("surname", surname);
    fields.put("birth_date", birth);
    return fields;
  }
}

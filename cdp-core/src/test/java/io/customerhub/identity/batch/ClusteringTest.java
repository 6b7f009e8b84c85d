package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Identifier;
import io.customerhub.identity.Guard;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.MatchRules;
import io.customerhub.identity.Pairs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All pairs of a few records, weighed by the defaults. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClusteringTest {

  private static final Map<String, String> ADA =
      Map.of("given_name", "Ada", "surname", "Lovelace", "birth_date", "1815-12-10");
  private static final Map<String, String> BOB =
      Map.of("given_name", "Robert", "surname", "Noel", "birth_date", "1790-03-04");

  private final RecordSet records = RecordSet.create();
  private Set<String> singleValued = Set.of();

  @Test
  void who_matches_is_together_and_nobody_else() {
    records.add("a", ADA, List.of()).add("b", BOB, List.of()).add("c", ADA, List.of());
    assertThat(groups()).containsExactly("a c", "b");
  }

  @Test
  void who_may_be_the_same_is_counted_and_not_joined() {
    records
        .add("a", ADA, List.of())
        .add("b", Map.of("given_name", "Ada", "surname", "Lovelace"), List.of())
        .add("c", BOB, List.of());
    Clustering clustering = clustering(MatchModel.defaults().withThresholds(8, -6));
    assertThat(clustering.possible()).isEqualTo(1);
    assertThat(clustering.groups().groups()).containsExactly(0, 1, 2);
  }

  @Test
  void somebody_who_knows_joins_records_that_have_nothing_in_common() {
    records.add("a", ADA, List.of()).add("b", BOB, List.of()).mustLink("a", "b");
    assertThat(groups()).containsExactly("a b");
  }

  @Test
  void records_kept_apart_are_not_joined_however_much_they_agree() {
    records.add("a", ADA, List.of()).add("b", ADA, List.of()).doNotLink("a", "b");
    assertThat(groups()).containsExactly("a", "b");
    assertThat(clustering(MatchModel.defaults()).refused()).isEqualTo(1);
  }

  @Test
  void to_keep_two_apart_is_stronger_than_to_link_them_by_way_of_a_third() {
    records.add("a", ADA, List.of()).add("b", BOB, List.of()).add("c", ADA, List.of());
    records.mustLink("a", "b").mustLink("b", "c").doNotLink("c", "a");
    assertThat(groups()).hasSize(2).doesNotContain("a b c", "a c");
  }

  @ParameterizedTest
  @CsvSource({"a, b, c", "b, a, c", "c, a, b"})
  void which_of_two_links_holds_does_not_depend_on_which_was_stated_first(
      String with, String one, String other) {
    Set<String> groups = linked(List.of(one, other), with);
    assertThat(groups).hasSize(2);
    assertThat(linked(List.of(other, one), with)).isEqualTo(groups);
  }

  /** Returns the groups of three people, of whom two that are kept apart are linked to a third. */
  private static Set<String> linked(List<String> apart, String with) {
    ClusteringTest test = new ClusteringTest();
    test.records.add("a", ADA, List.of()).add("b", BOB, List.of());
    test.records.add("c", Map.of("given_name", "Mary", "surname", "Somerville"), List.of());
    apart.forEach(one -> test.records.mustLink(one, with));
    test.records.doNotLink(apart.get(0), apart.get(1));
    return test.groups();
  }

  @Test
  void two_values_of_an_id_of_which_everybody_has_one_keep_records_apart_even_against_a_link() {
    singleValued = new TreeSet<>(Set.of("crm_id", "loyalty_card"));
    records.add("a", ADA, ids("crm_id", "1")).add("b", ADA, ids("crm_id", "2"));
    assertThat(groups()).containsExactly("a", "b");
    records.mustLink("a", "b");
    assertThat(groups()).containsExactly("a", "b");
  }

  @Test
  void an_id_that_is_missing_or_equal_keeps_nobody_apart() {
    singleValued = Set.of("crm_id");
    records
        .add("a", ADA, ids("crm_id", "1"))
        .add("b", ADA, List.of())
        .add("c", ADA, ids("crm_id", "1"))
        .add("d", ADA, ids("loyalty_card", "2"));
    assertThat(groups()).containsExactly("a b c d");
  }

  @Test
  void why_groups_stay_apart_for_certain_is_told() {
    singleValued = Set.of("crm_id");
    records.add("a", ADA, ids("crm_id", "1")).add("b", ADA, ids("crm_id", "2"));
    records.add("c", BOB, List.of()).doNotLink("c", "a");
    Corpus corpus = corpus();
    Guard.Apart apart = new HardRefusals(corpus, new Decisions(records, corpus), singleValued);
    int[] a = {corpus.position("a")};
    int[] b = {corpus.position("b")};
    int[] c = {corpus.position("c")};

    assertThat(apart.reason(a, b)).isEqualTo("two values of crm_id");
    assertThat(apart.reason(a, c)).isEqualTo(apart.reason(c, a)).isEqualTo("do-not-link");
    assertThat(apart.reason(b, c)).isEmpty();
    assertThat(apart.reason(new int[] {b[0], a[0]}, c)).isEqualTo("do-not-link");
  }

  /** Returns the ids of the records that are together. */
  private Set<String> groups() {
    Corpus corpus = corpus();
    int[] groupOf = clustering(MatchModel.defaults()).groups().groups();
    Set<String> groups = new TreeSet<>();
    for (int group : groupOf) {
      Set<String> ids = new TreeSet<>();
      for (int record = 0; record < groupOf.length; record++) {
        if (groupOf[record] == group) {
          ids.add(corpus.id(record));
        }
      }
      groups.add(String.join(" ", ids));
    }
    return groups;
  }

  private Clustering clustering(MatchModel model) {
    Corpus corpus = corpus();
    Scores scores = new Scores(corpus, model, TermWeights.none(corpus));
    Decisions decisions = new Decisions(records, corpus);
    Pairs pairs = new Pairs();
    for (int b = 0; b < corpus.size(); b++) {
      for (int a = 0; a < b; a++) {
        pairs.add(a, b, scores.vector(a, b));
      }
    }
    Guard guard = new Guard(scores, new HardRefusals(corpus, decisions, singleValued));
    return Clustering.of(pairs, scores, guard, decisions, corpus.size());
  }

  private Corpus corpus() {
    return Corpus.of(records, IdentityResolver.create(MatchRules.people()), true);
  }

  private static List<Identifier> ids(String... namespaceAndValue) {
    return List.of(Identifier.of(namespaceAndValue[0], namespaceAndValue[1]));
  }
}

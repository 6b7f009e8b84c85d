package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.identity.Level;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.MatchModelJson;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.Storage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelTest {

  private static final MatchModel STRICT = MatchModel.defaults().withThresholds(60, 50);

  private static final MatchModel OTHER =
      MatchModel.defaults()
          .withWeight(Level.BIRTH_EXACT, 4, 0, 0)
          .withWeight(Level.NAME_SURNAME_LOOSE, 12, 0, 0)
          .withThresholds(9, -3);

  private final TestEngine test = new TestEngine();
  private final Identities identities = test.engine.identities();

  @Test
  void a_hub_that_knows_nobody_or_few_or_no_duplicates_weighs_by_default_and_says_so() {
    assertThat(identities.estimate().model().origin()).startsWith("defaults: 0 records");
    for (int i = 0; i < 10; i++) {
      test.ingest(Event.identify().email(i + "@example.com").trait("name", "John Smith"));
    }
    ModelEstimate estimate = identities.estimate();

    assertThat(estimate.model().isEstimated()).isFalse();
    assertThat(estimate.model().origin()).startsWith("defaults: 10 records");
    assertThat(MatchModel.defaults().diff(estimate.model())).isEmpty();
    assertThat(estimate.records()).isEqualTo(10);
    assertThat(estimate.members()).isEqualTo(10);
  }

  @Test
  void many_people_without_duplicates_teach_nothing() {
    people(new Random(3), 300, 1).forEach(test.engine::ingest);

    assertThat(identities.estimate().model().isEstimated()).isFalse();
  }

  @Test
  void a_model_is_learned_from_duplicates_whatever_their_order() {
    List<EventBuilder> records = people(new Random(1), 300, 2);
    records.forEach(test.engine::ingest);
    MatchModel model = identities.estimate().model();
    TestEngine other = new TestEngine();
    Collections.shuffle(records, new Random(2));
    records.forEach(other.engine::ingest);

    assertThat(model.isEstimated()).isTrue();
    assertThat(model.terms().parts()).contains("city", "email", "surname");
    assertThat(other.engine.identities().estimate().model()).isEqualTo(model);
    assertThat(MatchModelJson.read(MatchModelJson.write(model))).isEqualTo(model);
  }

  @Test
  void the_own_model_changes_nothing() {
    people(new Random(4), 60, 2).forEach(test.engine::ingest);
    ModelPreview preview = identities.preview(MatchModel.defaults());

    assertThat(preview.isEmpty()).as(preview.text()).isTrue();
    assertThat(preview.complete()).isTrue();
    assertThat(preview.records()).isGreaterThan(60);
    assertThat(preview.compared()).isPositive();
  }

  @Test
  void a_stricter_model_would_split_and_shows_what_it_splits_by() {
    ProfileId a = test.ingest(TestEngine.person("Ada", "Lovelace", "1815-12-10").userId("1"));
    test.ingest(TestEngine.person("Ada", "Lovelance", "1815-12-10").userId("2"));
    ModelPreview preview = identities.preview(STRICT);

    assertThat(preview.merges()).isZero();
    assertThat(preview.splits()).isEqualTo(1);
    assertThat(preview.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(ModelPreview.Kind.SPLIT);
              assertThat(change.a()).isEqualTo(a);
              assertThat(change.bitsBefore()).isPositive();
            });
    assertThat(preview.text()).contains("would merge 0 and split 1 of 2 records", "split " + a);
    assertThat(test.engine.profiles().count()).isEqualTo(1);
  }

  @Test
  void a_more_lenient_model_would_merge_what_the_strict_one_left_apart() {
    TestEngine strict = new TestEngine(builder -> builder.matchModel(STRICT));
    ProfileId a = strict.ingest(TestEngine.person("Ada", "Lovelace", "1815-12-10").userId("1"));
    ProfileId b = strict.ingest(TestEngine.person("Ada", "Lovelance", "1815-12-10").userId("2"));
    ModelPreview preview = strict.engine.identities().preview(MatchModel.defaults());

    assertThat(a).isNotEqualTo(b);
    assertThat(preview.merges()).isEqualTo(1);
    assertThat(preview.changes())
        .extracting(ModelPreview.Change::kind)
        .containsExactly(ModelPreview.Kind.MERGE);
    assertThat(strict.engine.profiles().count()).isEqualTo(2);
  }

  @Test
  void decisions_and_keys_hold_whatever_the_model() {
    ProfileId a = test.ingest(TestEngine.person("Ada", "Lovelace", "1815-12-10").userId("1"));
    test.ingest(TestEngine.person("Ada", "Lovelance", "1815-12-10").userId("1"));
    ProfileId c = test.ingest(TestEngine.person("Mary", "Somerville", "1780-12-26"));
    identities.merge(a).with(c).commit();

    assertThat(identities.preview(STRICT).isEmpty()).isTrue();

    TestEngine apart = new TestEngine(builder -> builder.matchModel(STRICT));
    ProfileId x = apart.ingest(TestEngine.person("Ada", "Lovelace", "1815-12-10").userId("1"));
    ProfileId y = apart.ingest(TestEngine.person("Ada", "Lovelace", "1815-12-10").userId("2"));
    apart.engine.identities().keepApart(x, y, "ann", "");
    assertThat(apart.engine.identities().preview(MatchModel.defaults()).isEmpty()).isTrue();
  }

  @Test
  void a_preview_says_what_a_hub_with_that_model_makes_of_the_same_records() {
    long changes = 0;
    for (long seed = 1; seed <= 8; seed++) {
      List<EventBuilder> records = people(new Random(seed), 40, 2);
      TestEngine one = new TestEngine();
      TestEngine two = new TestEngine(builder -> builder.matchModel(OTHER));
      records.forEach(one.engine::ingest);
      records.forEach(two.engine::ingest);
      ModelPreview preview = one.engine.identities().preview(OTHER);
      long expected = two.engine.profiles().count();

      assertThat(one.engine.profiles().count() - preview.merges() + preview.splits())
          .as("seed %d: %s", seed, preview)
          .isEqualTo(expected);
      changes += preview.merges() + preview.splits();
    }
    assertThat(changes).as("changes in all sequences").isPositive();
  }

  @Test
  void adopting_a_model_does_what_its_preview_says_and_nothing_when_done_again() {
    long changes = 0;
    for (long seed = 1; seed <= 8; seed++) {
      List<EventBuilder> records = people(new Random(seed), 40, 2);
      Storage storage = MemoryStorage.create();
      CustomerEngine before = TestEngine.over(storage, MatchModel.defaults());
      records.forEach(before::ingest);
      CustomerEngine after = TestEngine.over(storage, OTHER);
      ModelPreview preview = after.identities().preview(OTHER);
      Adoption adoption = after.identities().adoptModel("ann", "learned", report -> {});
      TestEngine fresh = new TestEngine(builder -> builder.matchModel(OTHER));
      records.forEach(fresh.engine::ingest);

      assertThat(adoption.isFinished()).as("seed %d", seed).isTrue();
      assertThat(adoption.merges()).as("seed %d", seed).isEqualTo(preview.merges());
      assertThat(adoption.splits()).as("seed %d", seed).isEqualTo(preview.splits());
      assertThat(groups(after)).as("seed %d", seed).isEqualTo(groups(fresh.engine));
      assertThat(after.identities().preview(OTHER).isEmpty()).as("seed %d", seed).isTrue();
      assertThat(after.identities().adoptModel("ann", "again", report -> {}).total()).isZero();
      changes += preview.merges() + preview.splits();
    }
    assertThat(changes).as("changes in all sequences").isPositive();
  }

  @Test
  void an_interrupted_adoption_goes_on_where_it_stopped() {
    Storage storage = MemoryStorage.create();
    CustomerEngine before = TestEngine.over(storage, STRICT);
    people(new Random(5), 30, 2).forEach(before::ingest);
    CustomerEngine after = TestEngine.over(storage, MatchModel.defaults());
    long merges = after.identities().preview(MatchModel.defaults()).merges();
    assertThatThrownBy(
            () ->
                after
                    .identities()
                    .adoptModel(
                        "ann",
                        "",
                        report -> {
                          if (report.merges() > 0) {
                            throw new IllegalStateException("power cut");
                          }
                        }))
        .hasMessage("power cut");
    Adoption rest = after.identities().adoptModel("ann", "", report -> {});

    assertThat(merges).isGreaterThan(2);
    assertThat(rest.merges()).isBetween(1L, merges - 1);
    assertThat(after.identities().preview(MatchModel.defaults()).isEmpty()).isTrue();
    assertThat(after.identities().adoptedModels()).hasSize(1);
  }

  @Test
  void adopted_models_are_kept_with_who_and_why() {
    Storage storage = MemoryStorage.create();
    TestEngine.over(storage, STRICT).identities().adoptModel("ann", "careful", report -> {});
    CustomerEngine engine = TestEngine.over(storage, OTHER);
    Identities last = engine.identities();
    last.adoptModel("bob", "too careful", report -> {});
    last.adoptModel("bob", "once more", report -> {});

    assertThat(last.adoptedModels())
        .extracting(AdoptedModel::number, AdoptedModel::model, AdoptedModel::actor)
        .containsExactly(tuple(1L, STRICT, "ann"), tuple(2L, OTHER, "bob"));
    assertThat(last.adoptedModels().get(1).reason()).isEqualTo("too careful");
    assertThat(last.adoptedModels().get(1).at()).isEqualTo(TestEngine.NOW);
    assertThat(engine.audit().list(null, 10))
        .extracting(AuditEntry::action, AuditEntry::actor)
        .as("in whatever order, as two engines wrote them in one instant")
        .containsExactlyInAnyOrder(
            tuple(AuditEntry.Action.ADOPT_MODEL, "ann"),
            tuple(AuditEntry.Action.ADOPT_MODEL, "bob"));
  }

  @Test
  void a_pair_that_is_split_but_may_match_waits_for_review() {
    Storage storage = MemoryStorage.create();
    CustomerEngine before = TestEngine.over(storage, MatchModel.defaults());
    before.ingest(TestEngine.person("Ada", "Lovelace", "1815-12-10").userId("1"));
    before.ingest(TestEngine.person("Ada", "Lovelance", "1815-12-10").userId("2"));
    CustomerEngine after = TestEngine.over(storage, MatchModel.defaults().withThresholds(60, -3));
    after.identities().adoptModel("ann", "careful", report -> {});

    assertThat(after.profiles().count()).isEqualTo(2);
    assertThat(after.identities().reviewQueue(10).first()).hasSize(1);
  }

  private static Set<Set<Object>> groups(CustomerEngine engine) {
    return engine.profiles().list(null, 1_000).stream()
        .map(profile -> Set.<Object>copyOf(profile.identifiers()))
        .collect(Collectors.toSet());
  }

  /** People with some records each, in which letters go missing. */
  private static List<EventBuilder> people(Random dice, int people, int records) {
    List<EventBuilder> all = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      String given = word(dice, 2);
      String surname = word(dice, 3);
      String birth =
          String.format(
              Locale.ROOT,
              "%d-%02d-%02d",
              1930 + dice.nextInt(70),
              1 + dice.nextInt(12),
              1 + dice.nextInt(28));
      String city = "City" + dice.nextInt(5);
      for (int copy = 0; copy < records; copy++) {
        EventBuilder record =
            Event.identify()
                .source("s" + copy)
                .messageId(i + "-" + copy)
                .loyaltyCard(i + "-" + copy)
                .trait("given_name", mistyped(dice, given))
                .trait("surname", mistyped(dice, surname))
                .trait("birth_date", birth)
                .trait("city", city);
        all.add(dice.nextInt(3) == 0 ? record : record.trait("email", given + i + "@example.com"));
      }
    }
    return all;
  }

  private static String mistyped(Random dice, String word) {
    int at = 1 + dice.nextInt(word.length() - 1);
    return dice.nextInt(4) == 0 ? word.substring(0, at) + word.substring(at + 1) : word;
  }

  private static String word(Random dice, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append("bdfgklmnprstvz".charAt(dice.nextInt(14)))
          .append("aeiou".charAt(dice.nextInt(5)));
    }
    return word.toString();
  }
}

package io.customerhub.lookalike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.lookalike.Feature.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LookalikeModelTest {

  private static final Feature ORDERED = Feature.did("Order");
  private static final Feature VISITED = Feature.did("Visit");

  private final FeatureCounts counts = new FeatureCounts();

  private void add(int people, boolean member, Feature... features) {
    for (int i = 0; i < people; i++) {
      counts.add(Set.of(features), member);
    }
  }

  @Test
  void bits_are_the_smoothed_log_odds() {
    add(6, true, ORDERED, VISITED);
    add(2, true, VISITED);
    add(5, false, ORDERED, VISITED);
    add(27, false, VISITED);
    LookalikeModel model = counts.model(1);
    WeighedFeature ordered = model.features().get(0);
    assertThat(ordered.feature()).isEqualTo(ORDERED);
    assertThat(ordered.members()).isEqualTo(6);
    assertThat(ordered.others()).isEqualTo(5);
    // (6.5 / 9) / (5.5 / 33) is 4 1/3.
    assertThat(ordered.bits()).isCloseTo(Math.log(13 / 3.0) / Math.log(2), within(1e-12));
    // (8.5 / 9) / (32.5 / 33) is a little below 1: who has it says next to nothing.
    assertThat(model.score(Set.of(VISITED))).isBetween(-0.1, 0.0);
    assertThat(model.score(Set.of(ORDERED, VISITED)))
        .isCloseTo(ordered.bits() + model.score(Set.of(VISITED)), within(1e-12));
    assertThat(model.score(Set.of(Feature.did("Unheard of")))).isZero();
  }

  @Test
  void no_feature_gives_or_takes_more_than_the_most() {
    add(1_000, true, ORDERED);
    add(1_000, false, VISITED);
    LookalikeModel model = counts.model(1);
    assertThat(model.score(Set.of(ORDERED))).isEqualTo(LookalikeModel.MOST_BITS);
    assertThat(model.score(Set.of(VISITED))).isEqualTo(-LookalikeModel.MOST_BITS);
  }

  @Test
  void what_too_few_of_those_it_speaks_for_have_is_ignored() {
    Feature card = Feature.knownBy("loyalty_card");
    add(4, true, ORDERED);
    add(196, true);
    add(4, false, VISITED);
    add(5, false, card);
    add(191, false);
    assertThat(counts.model(5).features())
        .extracting(WeighedFeature::feature)
        .containsExactly(card);
    assertThat(counts.model(4).features())
        .extracting(WeighedFeature::feature)
        .containsExactly(ORDERED, VISITED, card);
  }

  @Test
  void a_name_with_too_many_values_is_left_out_and_one_at_the_limit_is_not() {
    for (int i = 0; i <= FeatureCounts.MOST_VALUES; i++) {
      Feature enough = new Feature(Kind.TEXT, "shop", "s" + i % FeatureCounts.MOST_VALUES);
      add(1, true, new Feature(Kind.TEXT, "hobby", "h" + i), enough);
    }
    add(300, false);
    assertThat(counts.model(1).features())
        .hasSize(FeatureCounts.MOST_VALUES)
        .allMatch(one -> one.feature().name().equals("shop"));
  }

  @Test
  void of_too_many_names_the_same_are_kept_whatever_the_order() {
    List<Feature> all = new ArrayList<>();
    for (int i = 0; i < FeatureCounts.MOST_NAMES + 500; i++) {
      all.add(Feature.did("event " + i));
    }
    Set<Feature> kept = names(all);
    assertThat(kept).hasSize(FeatureCounts.MOST_NAMES);
    for (long seed = 1; seed <= 3; seed++) {
      Collections.shuffle(all, new Random(seed));
      assertThat(names(all)).as("seed %d", seed).isEqualTo(kept);
    }
  }

  private static Set<Feature> names(List<Feature> features) {
    FeatureCounts some = new FeatureCounts();
    features.forEach(feature -> some.add(Set.of(feature), true));
    features.forEach(feature -> some.add(Set.of(), false));
    assertThat(some.model(1).isNarrowed()).isTrue();
    Set<Feature> names = new HashSet<>();
    some.model(1).features().forEach(one -> names.add(one.feature()));
    return names;
  }

  @Test
  void numbers_fall_into_ranges_that_double() {
    assertThat(of("0")).isEqualTo("trait.x = 0");
    assertThat(of("0.3")).isEqualTo("trait.x = above 0, below 1");
    assertThat(of("1")).isEqualTo("trait.x = 1 to below 2");
    assertThat(of("7.99")).isEqualTo("trait.x = 4 to below 8");
    assertThat(of("8")).isEqualTo("trait.x = 8 to below 16");
    assertThat(of("-5")).isEqualTo("trait.x = minus 4 to below 8");
    assertThat(of("1e2000000000")).isEqualTo("trait.x = 10^18 or more");
    assertThat(of("1e-2000000000")).isEqualTo("trait.x = above 0, below 1");
    assertThat(Feature.times("Order", 1)).hasToString("did \"Order\" 1 times");
    assertThat(Feature.last("Order", 9)).hasToString("last \"Order\" 8 to 15 days ago");
    assertThat(Feature.last("Order", Long.MAX_VALUE).value()).endsWith(" to " + Long.MAX_VALUE);
    assertThatThrownBy(() -> Feature.times("Order", -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String of(String number) {
    Set<Feature> features = new HashSet<>();
    TraitFeatures.add("x", new BigDecimal(number), features);
    return features.iterator().next().toString();
  }

  @Test
  void texts_that_could_be_of_one_person_are_no_features_and_others_are_masked() {
    Set<Feature> features = new HashSet<>();
    List<Object> given =
        List.of("ada@example.com", "0049 170 123", "x".repeat(41), "  ", "Enterprise", true);
    TraitFeatures.add("plan", given, features);
    assertThat(features)
        .containsExactlyInAnyOrder(
            new Feature(Kind.TEXT, "plan", "Enterprise"), new Feature(Kind.FLAG, "plan", "true"));
    add(9, true, new Feature(Kind.TEXT, "plan", "Enterprise"));
    add(9, false);
    assertThat(counts.model(1).text())
        .contains("trait.plan = \"E***\" (9 members, 0 others)")
        .doesNotContain("Enterprise");
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MatchRulesTest {

  @Test
  void for_people_every_identifier_joins_but_a_phone_is_guarded() {
    MatchRules rules = MatchRules.people();
    assertThat(rules.isKey("email")).isTrue();
    assertThat(rules.isKey("anything")).isTrue();
    assertThat(rules.isKey("phone")).isFalse();
    assertThat(rules.isGuarded("phone")).isTrue();
    assertThat(rules.isGuarded("email")).isFalse();
  }

  @Test
  void defaults_for_people_can_be_changed_once() {
    MatchRules rules = MatchRules.people().orExact("phone").orGuarded("device_id");
    assertThat(rules.isKey("phone")).isTrue();
    assertThat(rules.isGuarded("phone")).isFalse();
    assertThat(rules.isKey("device_id")).isFalse();
    assertThat(rules.isGuarded("device_id")).isTrue();
  }

  @Test
  void own_rules_join_by_what_they_name_only() {
    MatchRules rules = MatchRules.exact("email").orGuarded("phone");
    assertThat(rules.isKey("email")).isTrue();
    assertThat(rules.isKey("user_id")).isFalse();
    assertThat(rules.isKey("phone")).isFalse();
    assertThat(rules.isGuarded("phone")).isTrue();
  }

  @Test
  void stronger_namespaces_rank_first() {
    assertThat(
            Stream.of(
                    "anonymous_id", "device_id", "phone", "email", "ssn", "loyalty_card", "user_id")
                .sorted(Comparator.comparingInt(MatchRules.people()::rank)))
        .containsExactly(
            "user_id", "loyalty_card", "ssn", "email", "phone", "device_id", "anonymous_id");
  }

  @Test
  void a_repeated_or_contradictory_setting_names_both() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MatchRules.exact("email").orExact("email"))
        .withMessageContaining("exact email contradicts or repeats exact email");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MatchRules.exact("email").orGuarded("email"))
        .withMessageContaining("guarded email contradicts or repeats exact email");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MatchRules.exact("email")
                    .orSimilar("name", 0.9)
                    .orSimilar("name", 0.8)
                    .orSimilar("city", 0.9))
        .withMessageContaining("name similar at 0.80")
        .withMessageContaining("name similar at 0.90");
  }

  @Test
  void a_rule_of_similarity_can_ask_for_equal_fields() {
    MatchRules rules =
        MatchRules.exact("email")
            .orSimilar("name", 0.92)
            .orSimilar("name", 0.92)
            .and("birth_date")
            .and("postcode");
    assertThat(rules)
        .hasToString(
            "MatchRules[exact email; or name similar at 0.92;"
                + " or name similar at 0.92 and equal birth_date, postcode]");
  }

  @Test
  void a_rule_that_cannot_work_is_refused() {
    MatchRules rules = MatchRules.exact("email");
    assertThatIllegalStateException().isThrownBy(() -> rules.and("name"));
    assertThatIllegalArgumentException().isThrownBy(() -> rules.orSimilar("shoe_size", 0.9));
    assertThatIllegalArgumentException().isThrownBy(() -> rules.orSimilar("name", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> rules.orSimilar("name", 1.01));
    assertThatIllegalArgumentException().isThrownBy(() -> rules.orSimilar("name", Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> rules.orSimilar("name", 0.9).and("name"));
  }
}

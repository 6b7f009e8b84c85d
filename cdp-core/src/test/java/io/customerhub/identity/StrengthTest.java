package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StrengthTest {

  @Test
  void accounts_say_most_and_browsers_least_and_what_nobody_knows_is_like_an_account_elsewhere() {
    List<String> strongestFirst =
        List.of(
            "user_id", "loyalty_card", "crm_number", "email", "phone", "device_id", "anonymous_id");
    assertThat(strongestFirst.stream().map(Strength::rank)).containsExactly(0, 1, 2, 3, 4, 5, 6);
  }
}

package io.customerhub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.ReasonCode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ParsedTest {

  /** PostgreSQL refuses U+0000, and with it all that is written in the same transaction. */
  @Test
  void a_rejection_can_be_kept_by_every_store() {
    Parsed.Rejected rejected =
        new Parsed.Rejected(
            ReasonCode.NUL_CHAR, "a\0", "b\0", "file\0 line 1", "x\0y\uD800z\uD83D\uDE00");

    assertThat(rejected.raw()).isEqualTo("x\uFFFDy\uFFFDz\uD83D\uDE00");
    assertThat(rejected.field() + rejected.message() + rejected.location())
        .isEqualTo("a?b?file? line 1");
  }
}

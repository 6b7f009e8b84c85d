package io.customerhub.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AfterCommitTest {

  @Test
  void actions_run_in_order_and_one_that_fails_does_not_stop_the_next() {
    List<String> ran = new ArrayList<>();
    AfterCommit actions = new AfterCommit();
    actions.add(() -> ran.add("first"));
    actions.add(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    actions.add(
        () -> {
          throw new AssertionError("on purpose");
        });
    actions.add(() -> ran.add("last"));

    actions.run();

    assertThat(ran).containsExactly("first", "last");
  }
}

package io.customerhub.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StateMachineTest {

  private enum Light {
    RED,
    GREEN
  }

  private final StateMachine<Light> machine =
      StateMachine.of(
          Light.RED,
          List.of(
              new Transition<>(Light.RED, "go", Light.GREEN),
              new Transition<>(Light.GREEN, "stop", Light.RED)));

  @Test
  void does_what_the_table_lists() {
    assertThat(machine.initial()).isEqualTo(Light.RED);
    assertThat(machine.after(Light.RED, "go", "light 1")).isEqualTo(Light.GREEN);
    assertThat(machine.commands(Light.GREEN)).containsExactly("stop");
  }

  @Test
  void refuses_the_rest_and_names_what_is_legal() {
    assertThatThrownBy(() -> machine.after(Light.RED, "stop", "light 1"))
        .isInstanceOf(IllegalTransitionException.class)
        .hasMessage("Cannot stop light 1: it is red, where legal commands are go");
  }

  @Test
  void draws_itself() {
    assertThat(machine.mermaid())
        .isEqualTo(
            """
            stateDiagram-v2
              [*] --> red
              red --> green : go
              green --> red : stop
            """);
  }
}

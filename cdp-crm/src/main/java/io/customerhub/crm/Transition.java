package io.customerhub.crm;

import java.util.Objects;

/**
 * One row of a state machine's table.
 *
 * @param <S> the states
 * @param from the state before
 * @param command what brings it about, such as {@code win}
 * @param to the state after
 */
public record Transition<S extends Enum<S>>(S from, String command, S to) {

  /** Checks that the parts are present. */
  public Transition {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(to, "to");
  }
}

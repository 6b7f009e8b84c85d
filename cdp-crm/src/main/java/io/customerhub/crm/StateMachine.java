package io.customerhub.crm;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A state machine as one table. Immutable.
 *
 * <p>What the table does not list is refused, and the refusal names what it lists.
 *
 * @param <S> the states
 */
public final class StateMachine<S extends Enum<S>> {

  private final S initial;
  private final List<Transition<S>> table;

  private StateMachine(S initial, List<Transition<S>> table) {
    this.initial = initial;
    this.table = table;
  }

  /** Returns the machine that starts in a state and has these transitions. */
  public static <S extends Enum<S>> StateMachine<S> of(S initial, List<Transition<S>> table) {
    return new StateMachine<>(Objects.requireNonNull(initial, "initial"), List.copyOf(table));
  }

  /** Returns the state of a new record. */
  public S initial() {
    return initial;
  }

  /** Returns all transitions, in the order of the table. */
  public List<Transition<S>> transitions() {
    return table;
  }

  /** Returns the commands that a state allows, in the order of the table. */
  public List<String> commands(S from) {
    return table.stream()
        .filter(t -> t.from() == from)
        .map(Transition::command)
        .distinct()
        .toList();
  }

  /**
   * Returns the state that a command leads to.
   *
   * @param record kind and id of the record, for the message
   * @throws IllegalTransitionException if the state does not allow the command
   */
  public S after(S from, String command, String record) {
    return table.stream()
        .filter(t -> t.from() == from && t.command().equals(command))
        .findFirst()
        .map(Transition::to)
        .orElseThrow(() -> refusal(from, command, record));
  }

  /** Returns the picture of the machine as a state diagram in Mermaid's notation. */
  public String mermaid() {
    return table.stream()
        .map(t -> "  " + name(t.from()) + " --> " + name(t.to()) + " : " + t.command() + "\n")
        .collect(Collectors.joining("", "stateDiagram-v2\n  [*] --> " + name(initial) + "\n", ""));
  }

  private IllegalTransitionException refusal(S from, String command, String record) {
    return new IllegalTransitionException(
        record,
        command,
        "it is " + name(from) + ", where legal commands are " + String.join(", ", commands(from)));
  }

  private String name(S state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}

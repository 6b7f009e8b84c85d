package io.customerhub.profile;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trait that no source tells, but that follows from what a person did, and how it does. Holds
 * personal data; {@link #toString()} does not show it.
 *
 * @param name the trait's name
 * @param value the value in canonical form, see {@link io.customerhub.event.Values}; null if there
 *     is none
 * @param definition what it is computed of, in the text form of the segment language
 * @param asOf the instant of which the value is
 * @param nextChange the earliest later instant at which the value may be another with no new fact;
 *     null if it never will
 */
public record ComputedTrait(
    String name,
    @Nullable Object value,
    String definition,
    Instant asOf,
    @Nullable Instant nextChange) {

  /** Checks that the parts are present. */
  public ComputedTrait {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(asOf, "asOf");
  }

  /** Returns the value, or empty if there is none, as of an average of nothing. */
  public Optional<Object> shown() {
    return Optional.ofNullable(value);
  }

  /** Returns {@link #nextChange()}, or empty if time alone never changes the value. */
  public Optional<Instant> due() {
    return Optional.ofNullable(nextChange);
  }

  /** Returns the name, definition and times; never the value. */
  @Override
  public String toString() {
    return "ComputedTrait[" + name + " = " + definition + ", as of " + asOf + "]";
  }
}

package io.customerhub.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * An identifier that a person declared to be shared, so that it joins nobody.
 *
 * @param masked its namespace and a hint of its value; the value itself is not kept
 * @param actor who declared it
 * @param reason the actor's words; may be empty
 * @param at when
 */
public record SharedIdentifier(String masked, String actor, String reason, Instant at)
    implements Comparable<SharedIdentifier> {

  private static final Comparator<SharedIdentifier> ORDER =
      Comparator.comparing(SharedIdentifier::masked).thenComparing(SharedIdentifier::at);

  /** Checks that all parts are present. */
  public SharedIdentifier {
    Objects.requireNonNull(masked, "masked");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(at, "at");
  }

  /** By masked form, then time. */
  @Override
  public int compareTo(SharedIdentifier other) {
    return ORDER.compare(this, other);
  }
}

package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import java.util.Objects;

/**
 * An identifier that joins nobody, though it is a key, and why.
 *
 * @param identifier the identifier, normalised
 * @param code {@code IDENTIFIER_OVER_LIMIT}, {@code IDENTIFIER_CROWDED} or {@code
 *     IDENTIFIER_SHARED}
 * @param message why, in words without personal data
 */
public record SetAsideKey(Identifier identifier, ReasonCode code, String message) {

  /** Checks that all parts are present. */
  public SetAsideKey {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
  }

  /**
   * Returns one that joins nobody whatever it is held with.
   *
   * @param code {@code IDENTIFIER_CROWDED} or {@code IDENTIFIER_SHARED}
   */
  public static SetAsideKey shared(Identifier identifier, ReasonCode code) {
    return new SetAsideKey(
        identifier,
        code,
        code == ReasonCode.IDENTIFIER_SHARED
            ? "declared to be shared"
            : "held by more records than are of one person");
  }

  /** Returns the masked identifier and the reason. */
  @Override
  public String toString() {
    return identifier + " set aside: " + message;
  }
}

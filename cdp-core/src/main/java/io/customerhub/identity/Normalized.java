package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import java.util.Objects;

/** What became of an identifier: a key to look people up by, or a value that is not one. */
public sealed interface Normalized {

  /**
   * A key, in the one form that all spellings of it share.
   *
   * @param identifier the identifier in that form
   */
  record Key(Identifier identifier) implements Normalized {

    /** Checks that the identifier is present. */
    public Key {
      Objects.requireNonNull(identifier, "identifier");
    }
  }

  /**
   * A value that must not tie anything to anybody; the event that carried it is kept.
   *
   * @param given the identifier as its source gave it
   * @param code why
   * @param message why, in words without personal data
   */
  record SetAside(Identifier given, ReasonCode code, String message) implements Normalized {

    /** Checks that all parts are present. */
    public SetAside {
      Objects.requireNonNull(given, "given");
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(message, "message");
    }

    /** Returns namespace, code and message; never the value. */
    @Override
    public String toString() {
      return "SetAside[" + given.namespace() + ", " + code + ", " + message + "]";
    }
  }
}

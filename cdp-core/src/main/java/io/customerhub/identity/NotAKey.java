package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;

/**
 * Ends the normalising of one identifier. Never leaves the package; without a stack trace, since
 * feeds with a million placeholders are common.
 */
final class NotAKey extends Exception {

  private static final long serialVersionUID = 1L;

  private final ReasonCode code;
  private final String words;

  NotAKey(ReasonCode code, String message) {
    super(message, null, false, false);
    this.code = code;
    this.words = message;
  }

  Normalized setAside(Identifier given) {
    return new Normalized.SetAside(given, code, words);
  }
}

package io.customerhub.event;

import java.util.Locale;
import java.util.Optional;

/** Why personal data may be processed for a purpose: the six bases of Article 6 of the GDPR. */
public enum LawfulBasis {
  /** The person agreed, and can withdraw at any time. */
  CONSENT,
  /** Needed for a contract with the person. */
  CONTRACT,
  /** Demanded by law. */
  LEGAL_OBLIGATION,
  /** Needed to protect somebody's life. */
  VITAL_INTERESTS,
  /** A task in the public interest. */
  PUBLIC_TASK,
  /** An interest that outweighs the person's; the person can object. */
  LEGITIMATE_INTERESTS;

  /** Returns the name in lower case, as it is written in events. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the basis with this lower-case name, or empty if there is none. */
  public static Optional<LawfulBasis> of(String key) {
    for (LawfulBasis basis : values()) {
      if (basis.key().equals(key)) {
        return Optional.of(basis);
      }
    }
    return Optional.empty();
  }
}

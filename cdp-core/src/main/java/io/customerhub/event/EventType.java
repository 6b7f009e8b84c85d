package io.customerhub.event;

import java.util.Locale;
import java.util.Optional;

/** The kinds of event, as in the Segment specification. */
public enum EventType {
  /** Something a person did. */
  TRACK,
  /** What a source says a person is: traits and identifiers. */
  IDENTIFY,
  /** A web page was viewed. */
  PAGE,
  /** A screen of an app was viewed. */
  SCREEN,
  /** A person belongs to an organisation. */
  GROUP,
  /** Two ids are of the same person. */
  ALIAS;

  /** Returns the name in lower case, as it is written in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the type with this lower-case name, or empty if there is none. */
  public static Optional<EventType> of(String key) {
    for (EventType type : values()) {
      if (type.key().equals(key)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}

package io.customerhub.spi;

/** What destinations can be told. */
public enum NewsKind {
  /** Somebody new. */
  PROFILE_CREATED("profile.created"),
  /** The shown value of a trait changed; which traits is told, not their values. */
  PROFILE_CHANGED("profile.changed"),
  /** Two profiles became one. */
  PROFILE_MERGED("profile.merged"),
  /** One profile became two. */
  PROFILE_SPLIT("profile.split"),
  /** A person was erased; told with ids only. */
  PROFILE_ERASED("profile.erased"),
  /** A profile entered a segment. */
  SEGMENT_ENTERED("segment.entered"),
  /** A profile left a segment. */
  SEGMENT_LEFT("segment.left"),
  /** An event about a person was taken. */
  EVENT_ACCEPTED("event.accepted"),
  /** A deal, task, interaction or another record about a person was added or changed. */
  RECORD_CHANGED("record.changed");

  private final String key;

  NewsKind(String key) {
    this.key = key;
  }

  /** Returns the name in payloads, such as {@code segment.entered}. */
  public String key() {
    return key;
  }

  /**
   * Returns whether the news makes a destination let go of somebody. Such news needs neither
   * consent nor room under a frequency cap, and is told with ids only where there is no consent: a
   * destination that is not told that consent was withdrawn would keep what it has.
   */
  public boolean isRemoval() {
    return this == PROFILE_ERASED || this == SEGMENT_LEFT;
  }
}

package io.customerhub.crm.timeline;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * One thing that happened.
 *
 * @param at when
 * @param kind what sort of thing
 * @param title what, in a few words
 * @param detail more about it; may be empty
 * @param member the id that the fact was written under
 * @param source kind and id of the record it is a view of, such as {@code deal/<uuid>}
 */
public record TimelineEntry(
    Instant at, Kind kind, String title, String detail, ProfileId member, String source) {

  /** The order of a timeline: newest first, then by source and kind. */
  public static final Comparator<TimelineEntry> NEWEST_FIRST =
      Comparator.comparing(TimelineEntry::at, Comparator.reverseOrder())
          .thenComparing(TimelineEntry::source)
          .thenComparing(TimelineEntry::kind, Comparator.reverseOrder())
          .thenComparing(TimelineEntry::title);

  /** What sort of thing happened. */
  public enum Kind {
    /** An event came in. */
    EVENT,
    /** A deal was opened. */
    DEAL_OPENED,
    /** A deal came to another open stage. */
    DEAL_MOVED,
    /** A deal was won. */
    DEAL_WON,
    /** A deal was lost. */
    DEAL_LOST,
    /** A deal was given up. */
    DEAL_ABANDONED,
    /** A task was planned. */
    TASK_PLANNED,
    /** A task was completed. */
    TASK_COMPLETED,
    /** There was a conversation, or a note. */
    INTERACTION
  }

  /** Checks that the parts are present. */
  public TimelineEntry {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(member, "member");
    Objects.requireNonNull(source, "source");
  }

  /** Returns time, kind and source; no personal data. */
  @Override
  public String toString() {
    return "TimelineEntry[" + at + " " + kind + " " + source + "]";
  }
}

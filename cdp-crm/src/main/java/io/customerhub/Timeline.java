package io.customerhub;

import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.timeline.TimelineEntry;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Collects which part of a person's timeline to read. Immutable and thread-safe.
 *
 * <p>Customer data events and CRM records come in one stream, newest first, whichever of the
 * profile's ids they were born under.
 */
public final class Timeline {

  private final Timelines timelines;
  private final ProfileId profile;
  private final Instant from;
  private final Instant to;

  Timeline(Timelines timelines, ProfileId profile, Instant from, Instant to) {
    this.timelines = timelines;
    this.profile = profile;
    this.from = from;
    this.to = to;
  }

  static Timeline of(Timelines timelines, ProfileId profile) {
    return new Timeline(
        timelines, Objects.requireNonNull(profile, "profile"), EventQuery.MIN, EventQuery.MAX);
  }

  /** Returns this timeline from so long before the hub's clock on; everything if not set. */
  public Timeline since(Duration ago) {
    Instant now = timelines.now();
    boolean all = ago.compareTo(Duration.between(EventQuery.MIN, now)) >= 0;
    return new Timeline(timelines, profile, all ? EventQuery.MIN : now.minus(ago), to);
  }

  /** Returns this timeline with {@code from <= time < to}. */
  public Timeline between(Instant start, Instant end) {
    return new Timeline(timelines, profile, start, end);
  }

  /**
   * Returns the newest entries, newest first.
   *
   * @param limit the most to return, 1 to {@value CrmLimits#PAGE}
   */
  public List<TimelineEntry> latest(int limit) {
    return timelines.read(profile, from, to, limit);
  }
}

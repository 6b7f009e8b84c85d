package io.customerhub;

import io.customerhub.crm.timeline.CrmTimeline;
import io.customerhub.crm.timeline.TimelineEntry;
import io.customerhub.engine.Profiles;
import io.customerhub.event.Event;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Merges the events of a profile with what the CRM knows of it. */
final class Timelines {

  private final Storage storage;
  private final Clock clock;
  private final CrmTimeline crm;

  Timelines(Storage storage, Clock clock, CrmTimeline crm) {
    this.storage = storage;
    this.clock = clock;
    this.crm = crm;
  }

  Instant now() {
    return clock.instant();
  }

  List<TimelineEntry> read(ProfileId profile, Instant from, Instant to, int limit) {
    return storage.inTransaction(
        tx -> {
          SortedSet<ProfileId> members = Profiles.members(tx, profile);
          List<TimelineEntry> records = crm.entries(tx, members, from, to, limit);
          return Stream.concat(records.stream(), events(tx, members, from, to, limit))
              .sorted(TimelineEntry.NEWEST_FIRST)
              .limit(limit)
              .toList();
        });
  }

  private static Stream<TimelineEntry> events(
      Transaction tx, SortedSet<ProfileId> members, Instant from, Instant to, int limit) {
    return tx.events().read(new EventQuery(members, null, from, to, true, limit)).stream()
        .map(event -> entry(event, members.first()));
  }

  private static TimelineEntry entry(StoredEvent stored, ProfileId fallback) {
    Event event = stored.event();
    String title =
        event.name().isEmpty() ? event.type().key() : event.type().key() + " " + event.name();
    return new TimelineEntry(
        event.time(),
        TimelineEntry.Kind.EVENT,
        title,
        "from " + event.source(),
        stored.about().orElse(fallback),
        "event/" + event.source() + "/" + event.messageId());
  }
}

package io.customerhub.engine;

import io.customerhub.event.Event;
import io.customerhub.profile.Activity;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.EventDays;
import io.customerhub.segment.Selection;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.StoredEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events of people in sum by day, as one unit sees them. */
final class UnitFolds {

  private final Unit unit;
  private final Map<DayFolds.Key, DayFolds.Kept> made = new HashMap<>();
  private final Map<ProfileId, List<Event>> appended = new HashMap<>();

  UnitFolds(Unit unit) {
    this.unit = unit;
  }

  /** Notes an event that was appended to the log. */
  void appended(ProfileId member, Event event) {
    appended.computeIfAbsent(member, id -> new ArrayList<>()).add(event);
  }

  /** Returns the days of all members of a profile together. */
  EventDays days(DayFolds shared, Collection<ProfileId> members, Selection of, String property) {
    EventDays all = EventDays.none(of, property);
    for (Member member : unit.tx().profiles().find(Set.copyOf(members))) {
      EventDays own = days(shared, member, new DayFolds.Key(member.id(), of, property));
      all = all.size() == 0 ? own : all.and(own);
    }
    return all;
  }

  private EventDays days(DayFolds shared, Member member, DayFolds.Key key) {
    Activity activity = member.activity();
    DayFolds.Kept known = made.get(key);
    if (known == null) {
      known = shared.find(key).orElse(null);
    }
    long missing = known == null ? -1 : known.missing(activity);
    if (known != null && missing == 0) {
      return known.days();
    }
    EventDays now = known == null ? read(key) : caughtUp(key, known.days(), missing);
    keep(shared, key, new DayFolds.Kept(activity, now));
    return now;
  }

  /** Most often only the events of this unit are missing. */
  private EventDays caughtUp(DayFolds.Key key, EventDays known, long missing) {
    List<Event> own = appended.getOrDefault(key.member(), List.of());
    return missing > 0 && missing <= own.size()
        ? known.and(own.subList(own.size() - (int) missing, own.size()))
        : read(key);
  }

  private EventDays read(DayFolds.Key key) {
    EventQuery all =
        new EventQuery(
            Set.of(key.member()),
            key.of().name(),
            EventQuery.MIN,
            EventQuery.MAX,
            false,
            Integer.MAX_VALUE);
    return EventDays.none(key.of(), key.property())
        .and(unit.tx().events().read(all).stream().map(StoredEvent::event).toList());
  }

  private void keep(DayFolds shared, DayFolds.Key key, DayFolds.Kept kept) {
    if (made.isEmpty()) {
      unit.tx().afterCommit(() -> shared.keep(made));
    }
    made.put(key, kept);
  }
}

package io.customerhub.engine;

import io.customerhub.event.Event;
import io.customerhub.profile.Profile;
import io.customerhub.segment.Fact;
import io.customerhub.segment.Facts;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.Membership;
import io.customerhub.spi.StoredEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one transaction sees of one profile; events are read once per name and window, records once
 * per kind.
 */
final class StoreFacts implements Facts {

  private final Unit unit;
  private final Profile profile;
  private final Map<String, Membership> memberships;
  private final FactSources sources;
  private final Map<String, List<Fact>> records = new HashMap<>();
  private final Map<EventQuery, List<Event>> read = new HashMap<>();

  StoreFacts(Unit unit, Profile profile, Map<String, Membership> memberships, FactSources sources) {
    this.unit = unit;
    this.profile = profile;
    this.memberships = memberships;
    this.sources = sources;
  }

  @Override
  public Optional<Object> trait(String name) {
    return profile.trait(name);
  }

  @Override
  public List<Event> events(String name, Instant from, Instant to) {
    return read.computeIfAbsent(
        new EventQuery(profile.members(), name, from, to, false, Integer.MAX_VALUE),
        query -> unit.tx().events().read(query).stream().map(StoredEvent::event).toList());
  }

  @Override
  public List<Fact> records(String kind) {
    return records.computeIfAbsent(kind, name -> sources.read(unit.tx(), name, profile.members()));
  }

  @Override
  public boolean inSegment(String segment) {
    Membership membership = memberships.get(segment);
    return membership != null && membership.inside();
  }
}

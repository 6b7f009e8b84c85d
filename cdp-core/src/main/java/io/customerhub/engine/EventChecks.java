package io.customerhub.engine;

import io.customerhub.engine.Violation.Invariant;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventStore.EventKey;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks whether events belong where they are. Only reads. */
final class EventChecks {

  private final Ingest ingest;

  EventChecks(Ingest ingest) {
    this.ingest = ingest;
  }

  /** Returns the events of which something looks wrong. */
  List<EventKey> suspects(Unit unit, List<StoredEvent> events) {
    Set<ProfileId> ids = new HashSet<>();
    events.forEach(event -> event.about().ifPresent(ids::add));
    Map<ProfileId, Member> members = byId(unit.tx(), ids);
    Map<ProfileId, Member> roots = byId(unit.tx(), Surroundings.roots(members.values()));
    List<EventKey> suspects = new ArrayList<>();
    for (StoredEvent event : events) {
      event
          .about()
          .filter(id -> isSuspect(event, members.get(id), roots))
          .ifPresent(id -> suspects.add(EventKey.of(event.event())));
    }
    return suspects;
  }

  private boolean isSuspect(
      StoredEvent event, @Nullable Member member, Map<ProfileId, Member> roots) {
    Findings findings = new Findings();
    if (member != null) {
      look(event, member, roots.get(member.root()), findings);
    }
    return member == null || !findings.violations().isEmpty();
  }

  /** Looks at an event again, with its profile locked; nothing is found if it is gone. */
  List<Violation> again(Unit unit, EventKey key) {
    Optional<StoredEvent> event = find(unit, key);
    Optional<ProfileId> id = event.flatMap(StoredEvent::about);
    if (event.isEmpty() || id.isEmpty()) {
      return List.of();
    }
    Member member = byId(unit.tx(), Set.of(id.get())).get(id.get());
    if (member == null) {
      // Read last: an erasure takes both at once.
      return find(unit, key).isPresent() ? List.of(orphan(id.get())) : List.of();
    }
    unit.lock(new TreeSet<>(Set.of(member.root())), Set.of(member.id()));
    Findings findings = new Findings();
    Member root = byId(unit.tx(), Set.of(member.root())).get(member.root());
    look(event.get(), member, root, findings);
    return findings.violations();
  }

  private void look(StoredEvent event, Member member, @Nullable Member root, Findings out) {
    IdentityChecks.root(member, root, out);
    Prepared prepared = ingest.prepare(event.event());
    long others =
        prepared.keys().stream().filter(key -> !member.identifiers().contains(key)).count();
    if (others > 0) {
      String expected = "a record with the " + prepared.keys().size() + " identifiers of its event";
      out.add(Invariant.EVENT_KEYS, member, expected, "one without " + others + " of them");
    }
  }

  private static Optional<StoredEvent> find(Unit unit, EventKey key) {
    return unit.tx().events().find(key.source(), key.messageId());
  }

  private static Violation orphan(ProfileId id) {
    return new Violation(
        Invariant.EVENT_MEMBER, List.of(id), "the record of an event", "an event without one");
  }

  private static Map<ProfileId, Member> byId(Transaction tx, Set<ProfileId> ids) {
    Map<ProfileId, Member> byId = new HashMap<>();
    tx.profiles().find(ids).forEach(member -> byId.put(member.id(), member));
    return byId;
  }
}

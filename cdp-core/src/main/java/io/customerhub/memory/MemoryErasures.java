package io.customerhub.memory;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ErasureStore;
import io.customerhub.spi.Tombstone;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Removes people from the other stores, and keeps the tombstones. */
final class MemoryErasures implements ErasureStore {

  private final MemoryStores stores;
  private final Table<ProfileId, Tombstone> tombstones;

  MemoryErasures(MemoryStores stores, UndoLog undo) {
    this.stores = stores;
    this.tombstones = new Table<>(new HashMap<>(), undo);
  }

  @Override
  public SortedMap<String, Long> removeMembers(Set<ProfileId> members) {
    SortedMap<String, Long> removed = new TreeMap<>();
    List<Member> known = stores.profiles.find(members);
    removed.put("member", (long) known.size());
    removed.put("holder", known.stream().mapToLong(MemoryErasures::held).sum());
    removed.put("identifier", known.stream().mapToLong(stores.profiles::remove).sum());
    removed.put("block", stores.candidates.remove(members));
    removed.put("link", stores.identities.removeLinks(members));
    removed.put("journal", stores.identities.blankJournal(members));
    removed.put("event", members.stream().mapToLong(stores.events::remove).sum());
    removed.put("removed_event", stores.retention.forgetEvents(members));
    removed.put("event_summary", stores.retention.forgetSummaries(members));
    removed.put("membership", (long) stores.memberships.of(members).size());
    members.forEach(stores.memberships::removeProfile);
    removed.put("membership_change", stores.membershipHistory.remove(members));
    removed.put("outbox", stores.outbox.remove(members));
    removed.put("dead_letter", stores.deadLetters.remove(members));
    removed.put("told", stores.destinations.remove(members));
    removed.put("audit", stores.audit.blank(members));
    return removed;
  }

  @Override
  public long removeRecord(String kind, UUID id) {
    return stores.records.remove(kind, id);
  }

  @Override
  public long removeSetAside(Set<String> keys) {
    return keys.stream().filter(stores.setAside::remove).count();
  }

  @Override
  public void bury(Collection<Tombstone> added) {
    for (Tombstone tombstone : added) {
      if (tombstones.has(tombstone.member())) {
        throw new IllegalArgumentException("member " + tombstone.member() + " has a tombstone");
      }
      tombstones.put(tombstone.member(), tombstone);
    }
  }

  @Override
  public List<Tombstone> tombstones(Set<ProfileId> ids) {
    return ids.stream().sorted().map(tombstones::get).filter(Objects::nonNull).toList();
  }

  private static long held(Member member) {
    return member.identifiers().stream().distinct().count();
  }
}

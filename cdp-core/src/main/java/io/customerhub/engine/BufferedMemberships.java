package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Membership;
import io.customerhub.spi.MembershipStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Memberships of a batch: those of a profile are read once, and written together afterwards. */
final class BufferedMemberships implements MembershipStore {

  private final MembershipStore store;
  private final Map<ProfileId, SortedMap<String, Membership>> read = new HashMap<>();
  private final SortedMap<ProfileId, SortedMap<String, Membership>> unwritten = new TreeMap<>();

  BufferedMemberships(MembershipStore store) {
    this.store = store;
  }

  /** Notes a profile that nobody can have put into a segment yet. */
  void born(ProfileId profile) {
    read.put(profile, new TreeMap<>());
  }

  void flush() {
    List<Membership> rows = new ArrayList<>();
    unwritten.values().forEach(ofProfile -> rows.addAll(ofProfile.values()));
    if (!rows.isEmpty()) {
      store.putAll(rows);
      unwritten.clear();
    }
  }

  @Override
  public void put(Membership one) {
    of(Set.of(one.profile()));
    read.getOrDefault(one.profile(), new TreeMap<>()).put(one.segment(), one);
    unwritten.computeIfAbsent(one.profile(), id -> new TreeMap<>()).put(one.segment(), one);
  }

  @Override
  public List<Membership> of(Set<ProfileId> profiles) {
    Set<ProfileId> unread = new TreeSet<>(profiles);
    unread.removeAll(read.keySet());
    if (!unread.isEmpty()) {
      unread.forEach(id -> read.put(id, new TreeMap<>()));
      store.of(unread).forEach(row -> rows(row.profile()).put(row.segment(), row));
    }
    return profiles.stream().sorted().flatMap(id -> rows(id).values().stream()).toList();
  }

  private SortedMap<String, Membership> rows(ProfileId profile) {
    return read.getOrDefault(profile, new TreeMap<>());
  }

  @Override
  public List<Membership> members(String segment, @Nullable ProfileId after, int limit) {
    flush();
    return store.members(segment, after, limit);
  }

  @Override
  public long count(String segment) {
    flush();
    return store.count(segment);
  }

  @Override
  public List<Membership> due(Instant until, int limit) {
    flush();
    return store.due(until, limit);
  }

  @Override
  public void removeProfile(ProfileId profile) {
    unwritten.remove(profile);
    read.put(profile, new TreeMap<>());
    store.removeProfile(profile);
  }

  @Override
  public void removeSegment(String segment) {
    flush();
    read.values().forEach(rows -> rows.remove(segment));
    store.removeSegment(segment);
  }
}

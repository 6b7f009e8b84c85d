package io.customerhub.memory;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Membership;
import io.customerhub.spi.MembershipStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Memberships by profile and by segment, and the queue of those that time may change. */
final class MemoryMemberships implements MembershipStore {

  private static final Comparator<Row> BY_SEGMENT =
      Comparator.comparing(Row::segment).thenComparing(Row::profile);

  private final Table<Row, Membership> rows;
  private final Index<ProfileId, String> byProfile;
  private final Index<String, ProfileId> bySegment;
  private final Index<String, ProfileId> inside;
  private final TreeMap<Instant, NavigableSet<Row>> queue = new TreeMap<>();
  private final Index<Instant, Row> due;

  private record Row(String segment, ProfileId profile) {}

  MemoryMemberships(UndoLog undo) {
    rows = new Table<>(new HashMap<>(), undo);
    byProfile = new Index<>(new HashMap<>(), Comparator.naturalOrder(), undo);
    bySegment = new Index<>(new HashMap<>(), Comparator.naturalOrder(), undo);
    inside = new Index<>(new HashMap<>(), Comparator.naturalOrder(), undo);
    due = new Index<>(queue, BY_SEGMENT, undo);
  }

  @Override
  public void put(Membership membership) {
    Row row = new Row(membership.segment(), membership.profile());
    remove(row);
    rows.put(row, membership);
    byProfile.add(row.profile(), row.segment());
    bySegment.add(row.segment(), row.profile());
    if (membership.inside()) {
      inside.add(row.segment(), row.profile());
    }
    membership.due().ifPresent(at -> due.add(at, row));
  }

  @Override
  public List<Membership> of(Set<ProfileId> profiles) {
    return memberships(
        profiles.stream()
            .sorted()
            .flatMap(
                profile -> byProfile.of(profile).stream().map(name -> new Row(name, profile))));
  }

  @Override
  public List<Membership> members(String segment, @Nullable ProfileId after, int limit) {
    return memberships(
        inside.after(segment, after).limit(limit).map(profile -> new Row(segment, profile)));
  }

  @Override
  public long count(String segment) {
    return inside.of(segment).size();
  }

  @Override
  public List<Membership> due(Instant until, int limit) {
    return memberships(
        queue.headMap(until, true).values().stream().flatMap(NavigableSet::stream).limit(limit));
  }

  @Override
  public void removeProfile(ProfileId profile) {
    List.copyOf(byProfile.of(profile)).forEach(segment -> remove(new Row(segment, profile)));
  }

  @Override
  public void removeSegment(String segment) {
    List.copyOf(bySegment.of(segment)).forEach(profile -> remove(new Row(segment, profile)));
  }

  private void remove(Row row) {
    Membership stored = rows.remove(row);
    if (stored != null) {
      byProfile.remove(row.profile(), row.segment());
      bySegment.remove(row.segment(), row.profile());
      inside.remove(row.segment(), row.profile());
      stored.due().ifPresent(at -> due.remove(at, row));
    }
  }

  private List<Membership> memberships(Stream<Row> keys) {
    return keys.map(rows::get).filter(Objects::nonNull).toList();
  }
}

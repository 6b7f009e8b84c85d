package io.customerhub.memory;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.OutboxEntry;
import io.customerhub.spi.OutboxStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** News in the order in which it was added. */
final class MemoryOutbox implements OutboxStore {

  private final MemoryProfiles profiles;
  private final NavigableMap<Long, Row> rows = new TreeMap<>();
  private final Table<Long, Row> bySeq;
  private final Table<UUID, Long> seqs;
  private final Index<String, Long> byDestination;
  private long last;

  MemoryOutbox(MemoryProfiles profiles, UndoLog undo) {
    this.profiles = profiles;
    this.bySeq = new Table<>(rows, undo);
    this.seqs = new Table<>(new HashMap<>(), undo);
    this.byDestination = new Index<>(new HashMap<>(), Comparator.naturalOrder(), undo);
  }

  /** An entry, and under which lease it is, if any; its due time is then the end of the lease. */
  private record Row(OutboxEntry entry, @Nullable UUID lease) {}

  @Override
  public void add(List<OutboxEntry> entries) {
    for (OutboxEntry entry : entries) {
      if (seqs.has(entry.id())) {
        throw new IllegalArgumentException("outbox entry " + entry.id() + " is known");
      }
      seqs.put(entry.id(), ++last);
      bySeq.put(last, new Row(entry, null));
      byDestination.add(entry.destination(), last);
    }
  }

  @Override
  public List<OutboxEntry> claim(
      String destination, UUID lease, Instant now, Instant until, int limit) {
    Map<Long, OutboxEntry> taken = new TreeMap<>();
    Set<ProfileId> blocked = new HashSet<>();
    for (Long seq : byDestination.of(destination)) {
      OutboxEntry entry = row(seq).entry();
      ProfileId profile = profileOf(entry.about());
      if (blocked.contains(profile) || entry.due().isAfter(now)) {
        blocked.add(profile);
      } else {
        taken.put(seq, entry);
      }
      if (taken.size() == limit) {
        break;
      }
    }
    taken.forEach((seq, entry) -> bySeq.put(seq, new Row(due(entry, until), lease)));
    return List.copyOf(taken.values());
  }

  @Override
  public boolean holds(UUID id, UUID lease) {
    return held(id, lease) != null;
  }

  @Override
  public boolean remove(UUID id, UUID lease) {
    Long seq = held(id, lease);
    if (seq == null) {
      return false;
    }
    remove(seq);
    return true;
  }

  @Override
  public boolean giveBack(OutboxEntry entry, UUID lease) {
    Long seq = held(entry.id(), lease);
    if (seq == null) {
      return false;
    }
    OutboxEntry kept = row(seq).entry();
    bySeq.put(
        seq, new Row(kept.withAttempts(entry.attempts(), entry.due(), entry.failure()), null));
    return true;
  }

  @Override
  public Optional<Instant> lockAbout(Set<ProfileId> about) {
    return rows.values().stream()
        .filter(row -> row.lease() != null && about.contains(row.entry().about()))
        .map(row -> row.entry().due())
        .max(Instant::compareTo);
  }

  @Override
  public Map<String, Waiting> waiting() {
    Map<String, Waiting> all = new TreeMap<>();
    rows.values().forEach(row -> all.merge(row.entry().destination(), one(row), MemoryOutbox::sum));
    return all;
  }

  @Override
  public long clear(String destination) {
    return removeAll(row -> row.entry().destination().equals(destination));
  }

  /** Removes the entries about these ids and returns how many there were. */
  long remove(Set<ProfileId> about) {
    return removeAll(row -> about.contains(row.entry().about()));
  }

  private long removeAll(Predicate<Row> which) {
    List<Long> found = new ArrayList<>();
    rows.forEach(
        (seq, row) -> {
          if (which.test(row)) {
            found.add(seq);
          }
        });
    found.forEach(this::remove);
    return found.size();
  }

  private void remove(Long seq) {
    Row removed = bySeq.remove(seq);
    if (removed != null) {
      seqs.remove(removed.entry().id());
      byDestination.remove(removed.entry().destination(), seq);
    }
  }

  private Row row(Long seq) {
    return Objects.requireNonNull(rows.get(seq));
  }

  private @Nullable Long held(UUID id, UUID lease) {
    Long seq = seqs.get(id);
    return seq != null && lease.equals(row(seq).lease()) ? seq : null;
  }

  private ProfileId profileOf(ProfileId about) {
    return profiles.find(Set.of(about)).stream().findFirst().map(Member::root).orElse(about);
  }

  private static OutboxEntry due(OutboxEntry entry, Instant until) {
    return entry.withAttempts(entry.attempts(), until, entry.failure());
  }

  private static Waiting one(Row row) {
    OutboxEntry entry = row.entry();
    return new Waiting(1, entry.attempts() > 0 ? 1 : 0, entry.at());
  }

  private static Waiting sum(Waiting a, Waiting b) {
    Instant oldest = a.oldest().isBefore(b.oldest()) ? a.oldest() : b.oldest();
    return new Waiting(a.entries() + b.entries(), a.failing() + b.failing(), oldest);
  }
}

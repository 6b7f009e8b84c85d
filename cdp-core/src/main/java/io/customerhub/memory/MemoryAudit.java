package io.customerhub.memory;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.AuditStore;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Audit entries by id, and their ids by the profiles they name. */
final class MemoryAudit implements AuditStore {

  private final NavigableMap<UUID, AuditEntry> log = new TreeMap<>(Order.UUIDS);
  private final Table<UUID, AuditEntry> entries;
  private final Index<ProfileId, UUID> byProfile;

  MemoryAudit(UndoLog undo) {
    entries = new Table<>(log, undo);
    byProfile = new Index<>(new HashMap<>(), Order.UUIDS, undo);
  }

  @Override
  public void append(AuditEntry entry) {
    if (entries.has(entry.id())) {
      throw new IllegalArgumentException("audit entry " + entry.id() + " is known");
    }
    entries.put(entry.id(), entry);
    entry.profiles().forEach(profile -> byProfile.add(profile, entry.id()));
  }

  @Override
  public List<AuditEntry> list(@Nullable UUID after, int limit) {
    return (after == null ? log : log.tailMap(after, false))
        .values().stream().limit(limit).toList();
  }

  @Override
  public List<AuditEntry> of(Set<ProfileId> profiles) {
    return byProfile.ofAny(profiles).stream().map(entries::get).filter(Objects::nonNull).toList();
  }

  /** Blanks the reasons of the entries that name any of these ids. */
  long blank(Set<ProfileId> profiles) {
    List<AuditEntry> naming = of(profiles);
    naming.forEach(entry -> entries.put(entry.id(), entry.withoutReason()));
    return naming.size();
  }
}

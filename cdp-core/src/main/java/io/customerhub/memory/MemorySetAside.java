package io.customerhub.memory;

import io.customerhub.event.ReasonCode;
import io.customerhub.spi.SetAside;
import io.customerhub.spi.SetAsideStore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was set aside, by key, and how much of it by reason. */
final class MemorySetAside implements SetAsideStore {

  private final NavigableMap<String, SetAside> entries = new TreeMap<>();
  private final Table<String, SetAside> byKey;
  private final Table<ReasonCode, Long> counts;

  MemorySetAside(UndoLog undo) {
    byKey = new Table<>(entries, undo);
    counts = new Table<>(new EnumMap<>(ReasonCode.class), undo);
  }

  /** There is one writer. */
  @Override
  public void lockToAdd() {}

  @Override
  public void lockToRemove() {}

  @Override
  public boolean add(SetAside entry) {
    if (byKey.has(entry.key())) {
      return false;
    }
    byKey.put(entry.key(), entry);
    counts.put(entry.code(), counts.rows().getOrDefault(entry.code(), 0L) + 1);
    return true;
  }

  /** Removes an entry and returns whether there was one. */
  boolean remove(String key) {
    SetAside removed = byKey.remove(key);
    if (removed == null) {
      return false;
    }
    long left = counts.rows().getOrDefault(removed.code(), 0L) - 1;
    if (left == 0) {
      counts.remove(removed.code());
    } else {
      counts.put(removed.code(), left);
    }
    return true;
  }

  @Override
  public List<SetAside> list(@Nullable String after, int limit) {
    return (after == null ? entries : entries.tailMap(after, false))
        .values().stream().limit(limit).toList();
  }

  @Override
  public Map<ReasonCode, Long> counts() {
    Map<ReasonCode, Long> copy = new EnumMap<>(ReasonCode.class);
    copy.putAll(counts.rows());
    return copy;
  }
}

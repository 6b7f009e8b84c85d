package io.customerhub.memory;

import io.customerhub.spi.Redo;
import io.customerhub.spi.RedoStore;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests to look again, by id. */
final class MemoryRedo implements RedoStore {

  private final NavigableMap<UUID, Redo> requests = new TreeMap<>(Order.UUIDS);
  private final Table<UUID, Redo> byId;

  MemoryRedo(UndoLog undo) {
    byId = new Table<>(requests, undo);
  }

  @Override
  public void add(Collection<Redo> more) {
    for (Redo request : more) {
      if (byId.has(request.id())) {
        throw new IllegalArgumentException("request " + request.id() + " is known");
      }
      byId.put(request.id(), request);
    }
  }

  @Override
  public List<Redo> list(@Nullable UUID after, int limit) {
    return (after == null ? requests : requests.tailMap(after, false))
        .values().stream().limit(limit).toList();
  }

  @Override
  public void remove(Collection<UUID> ids) {
    ids.forEach(byId::remove);
  }
}

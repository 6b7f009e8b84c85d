package io.customerhub.memory;

import io.customerhub.spi.ConflictException;
import io.customerhub.spi.SegmentDefinition;
import io.customerhub.spi.SegmentStore;
import io.customerhub.spi.StaleWriteException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Segment definitions by name. */
final class MemorySegments implements SegmentStore {

  private final Table<String, SegmentDefinition> byName;

  MemorySegments(UndoLog undo) {
    byName = new Table<>(new TreeMap<>(), undo);
  }

  @Override
  public void insert(SegmentDefinition definition) {
    if (definition.version() != 0) {
      throw new IllegalArgumentException("version: " + definition.version() + ", expected 0");
    }
    if (byName.has(definition.name())) {
      throw new ConflictException("segment " + definition.name() + " is known", null);
    }
    byName.put(definition.name(), definition);
  }

  @Override
  public void save(SegmentDefinition definition) {
    long expected = definition.version();
    SegmentDefinition stored = byName.get(definition.name());
    if (stored == null || stored.version() != expected) {
      throw new StaleWriteException(
          "segment " + definition.name(), expected, stored == null ? -1 : stored.version());
    }
    byName.put(definition.name(), definition.withVersion(expected + 1));
  }

  @Override
  public Optional<SegmentDefinition> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public List<SegmentDefinition> all() {
    return List.copyOf(byName.rows().values());
  }

  @Override
  public boolean remove(String name) {
    return byName.remove(name) != null;
  }
}

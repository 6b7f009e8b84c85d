package io.customerhub.memory;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.RecordStore;
import io.customerhub.spi.StaleWriteException;
import io.customerhub.spi.StoredRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Versions of records, and records by subject and by key. */
final class MemoryRecords implements RecordStore {

  private static final Comparator<Row> ROWS =
      Comparator.comparing(Row::id, Order.UUIDS).thenComparing(Row::kind);
  private static final Comparator<StoredRecord> TIMELINE =
      Comparator.comparing(StoredRecord::at)
          .thenComparing(StoredRecord::id, Order.UUIDS)
          .thenComparing(StoredRecord::kind);

  private final Table<Row, StoredRecord> current;
  private final Index<Row, StoredRecord> versions;
  private final Index<ProfileId, Row> bySubject;
  private final Index<String, UUID> byKind;
  private final Index<Key, UUID> byKey;

  private record Row(String kind, UUID id) {

    static Row of(StoredRecord record) {
      return new Row(record.kind(), record.id());
    }
  }

  private record Key(String kind, String key, String value) {}

  MemoryRecords(UndoLog undo) {
    current = new Table<>(new HashMap<>(), undo);
    versions = new Index<>(new HashMap<>(), Comparator.comparingLong(StoredRecord::version), undo);
    bySubject = new Index<>(new HashMap<>(), ROWS, undo);
    byKind = new Index<>(new HashMap<>(), Order.UUIDS, undo);
    byKey = new Index<>(new HashMap<>(), Order.UUIDS, undo);
  }

  @Override
  public void insert(StoredRecord record) {
    if (record.version() != 0) {
      throw new IllegalArgumentException("version: " + record.version() + ", expected 0");
    }
    if (current.has(Row.of(record))) {
      throw new ConflictException(record.kind() + " " + record.id() + " is known", null);
    }
    byKind.add(record.kind(), record.id());
    put(record);
  }

  @Override
  public StoredRecord save(StoredRecord record) {
    StoredRecord stored = current.get(Row.of(record));
    if (stored == null || stored.version() != record.version()) {
      throw new StaleWriteException(
          record.kind() + " " + record.id(),
          record.version(),
          stored == null ? -1 : stored.version());
    }
    if (!record.subjects().containsAll(stored.subjects())) {
      throw new IllegalArgumentException(record + " lacks a subject that it had before");
    }
    stored.keys().forEach((key, value) -> byKey.remove(key(record, key, value), record.id()));
    StoredRecord saved = record.withVersion(record.version() + 1);
    put(saved);
    return saved;
  }

  @Override
  public Optional<StoredRecord> find(String kind, UUID id) {
    return Optional.ofNullable(current.get(new Row(kind, id)));
  }

  @Override
  public List<StoredRecord> about(Set<ProfileId> subjects, @Nullable String kind) {
    return bySubject.ofAny(subjects).stream()
        .filter(row -> kind == null || row.kind().equals(kind))
        .map(current::get)
        .filter(Objects::nonNull)
        .sorted(TIMELINE)
        .toList();
  }

  @Override
  public List<StoredRecord> list(
      String kind, @Nullable String key, @Nullable String value, @Nullable UUID after, int limit) {
    if ((key == null) != (value == null)) {
      throw new IllegalArgumentException("key and value go together");
    }
    return (key == null || value == null
            ? byKind.after(kind, after)
            : byKey.after(new Key(kind, key, value), after))
        .limit(limit)
        .map(id -> current.get(new Row(kind, id)))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public List<StoredRecord> history(String kind, UUID id) {
    return List.copyOf(versions.of(new Row(kind, id)));
  }

  /** Removes a record; returns how many versions it had. */
  long remove(String kind, UUID id) {
    Row row = new Row(kind, id);
    StoredRecord record = current.remove(row);
    if (record == null) {
      return 0;
    }
    byKind.remove(kind, id);
    record.subjects().forEach(subject -> bySubject.remove(subject, row));
    record.keys().forEach((key, value) -> byKey.remove(key(record, key, value), id));
    List<StoredRecord> all = List.copyOf(versions.of(row));
    all.forEach(version -> versions.remove(row, version));
    return all.size();
  }

  private void put(StoredRecord record) {
    Row row = Row.of(record);
    current.put(row, record);
    versions.add(row, record);
    record.subjects().forEach(subject -> bySubject.add(subject, row));
    record.keys().forEach((key, value) -> byKey.add(key(record, key, value), record.id()));
  }

  private static Key key(StoredRecord record, String key, String value) {
    return new Key(record.kind(), key, value);
  }
}

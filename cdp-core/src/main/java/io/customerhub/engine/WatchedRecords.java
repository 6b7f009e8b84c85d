package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.RecordStore;
import io.customerhub.spi.StoredRecord;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Notes the subjects of records that are written: computed traits may look at them.
 *
 * @param everybody run where a record about nobody is written, which may be a definition
 */
record WatchedRecords(RecordStore store, BitSet noted, Runnable everybody) implements RecordStore {

  private void note(StoredRecord record) {
    if (record.subjects().isEmpty()) {
      everybody.run();
    }
    record.subjects().forEach(id -> noted.set(Freshness.stripe(id)));
  }

  @Override
  public void insert(StoredRecord record) {
    note(record);
    store.insert(record);
  }

  @Override
  public StoredRecord save(StoredRecord record) {
    note(record);
    return store.save(record);
  }

  @Override
  public Optional<StoredRecord> find(String kind, UUID id) {
    return store.find(kind, id);
  }

  @Override
  public List<StoredRecord> about(Set<ProfileId> subjects, @Nullable String kind) {
    return store.about(subjects, kind);
  }

  @Override
  public List<StoredRecord> list(
      String kind, @Nullable String key, @Nullable String value, @Nullable UUID after, int limit) {
    return store.list(kind, key, value, after, limit);
  }

  @Override
  public List<StoredRecord> history(String kind, UUID id) {
    return store.history(kind, id);
  }
}

package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps versioned records and every version they ever had. */
public interface RecordStore {

  /**
   * Adds a record and the first row of its history.
   *
   * @throws ConflictException if its kind and id are taken
   * @throws IllegalArgumentException if its version is not 0
   */
  void insert(StoredRecord record);

  /**
   * Saves a record, which gets the next version, and adds to its history. Kind and id stay; the
   * subjects may only be added to.
   *
   * @return the record with its new version
   * @throws StaleWriteException if the stored version is not {@link StoredRecord#version()}
   * @throws IllegalArgumentException if a subject is missing that was there before
   */
  StoredRecord save(StoredRecord record);

  /** Returns a record as it is now. */
  Optional<StoredRecord> find(String kind, UUID id);

  /**
   * Returns the records of a kind about any of these ids, sorted by {@link StoredRecord#at()}, then
   * id.
   *
   * @param kind the kind; null for all
   */
  List<StoredRecord> about(Set<ProfileId> subjects, @Nullable String kind);

  /**
   * Returns records of a kind in ascending order of id.
   *
   * @param key the name of a key that has to have the value; null for all records of the kind
   * @param value the key's value; null exactly if key is
   * @param after the last id of the page before; null for the first page
   * @param limit the most to return, at least 1
   */
  List<StoredRecord> list(
      String kind, @Nullable String key, @Nullable String value, @Nullable UUID after, int limit);

  /** Returns every version of a record, oldest first; empty if there is none. */
  List<StoredRecord> history(String kind, UUID id);
}

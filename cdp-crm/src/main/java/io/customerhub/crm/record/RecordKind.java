package io.customerhub.crm.record;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How one kind of record is kept. Implementations are stateless.
 *
 * @param <T> the record
 */
public interface RecordKind<T> {

  /** Returns the name of the kind, such as {@code deal}; at most 32 characters. */
  String name();

  /** Returns the id of a record. */
  UUID id(T value);

  /** Returns the version of a record; 0 if it was never saved. */
  long version(T value);

  /** Returns the profile ids that a record is about, as they were when it was written. */
  Set<ProfileId> subjects(T value);

  /** Returns the time by which a timeline shows a record. */
  Instant at(T value);

  /** Returns the values to look a record up by; names at most 32, values at most 256 characters. */
  Map<String, String> keys(T value);

  /** Returns the content of a record; id and version need not be part of it. */
  Body write(T value);

  /**
   * Returns the record with a content.
   *
   * @param id the id it was saved under
   * @param version the version it was saved as
   */
  T read(UUID id, long version, Body body);
}

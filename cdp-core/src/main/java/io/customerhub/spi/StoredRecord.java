package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A versioned record about people: a deal, a task, an interaction, or a host's own.
 *
 * @param kind what it is, such as {@code deal}; at most 32 characters
 * @param id unique within the kind
 * @param subjects the profile ids it is about, as they were when it was written; never rewritten by
 *     a merge
 * @param at the time by which a timeline shows it
 * @param version 0 when inserted, one more with each save
 * @param actor who made this version
 * @param change what this version changed, in words
 * @param changedAt when this version was made
 * @param keys values to look it up by, name to value; names at most 32, values at most 256
 *     characters
 * @param body the content as JSON
 */
public record StoredRecord(
    String kind,
    UUID id,
    SortedSet<ProfileId> subjects,
    Instant at,
    long version,
    String actor,
    String change,
    Instant changedAt,
    Map<String, String> keys,
    String body) {

  /** Checks and copies the parts. */
  public StoredRecord {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(changedAt, "changedAt");
    Objects.requireNonNull(body, "body");
    subjects = Collections.unmodifiableSortedSet(new TreeSet<>(subjects));
    keys = Collections.unmodifiableMap(new TreeMap<>(keys));
  }

  /** Returns a copy with another version; for stores. */
  public StoredRecord withVersion(long newVersion) {
    return new StoredRecord(
        kind, id, subjects, at, newVersion, actor, change, changedAt, keys, body);
  }

  /** Returns kind, id and version; no content. */
  @Override
  public String toString() {
    return "StoredRecord[" + kind + " " + id + ", version " + version + "]";
  }
}

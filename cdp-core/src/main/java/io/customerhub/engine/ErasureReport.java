package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an erasure removed, and what it left. Holds counts and ids only, so it can be kept as proof.
 *
 * @param profile the canonical id of the person
 * @param members the ids that stay as tombstones
 * @param at when
 * @param removed how many rows went, by what they were; of {@code journal} and {@code audit} how
 *     many were blanked; see {@link io.customerhub.spi.ErasureStore#removeMembers}, and beside
 *     those {@code record}, {@code record_version} and {@code set_aside}
 * @param suppressed how many fingerprints keep the person out from now on
 * @param sharedIdentifiers how many identifiers stay in use because others hold them too
 * @param sharedRecords how many records stay with their text because they are about others too
 */
public record ErasureReport(
    ProfileId profile,
    SortedSet<ProfileId> members,
    Instant at,
    SortedMap<String, Long> removed,
    long suppressed,
    long sharedIdentifiers,
    long sharedRecords) {

  /** Checks and copies the parts. */
  public ErasureReport {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(at, "at");
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    removed = Collections.unmodifiableSortedMap(new TreeMap<>(removed));
  }
}

package io.customerhub.profile;

import io.customerhub.event.Identifier;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What facts are born under: one distinct record of a person, as some source gave it.
 *
 * <p>The first five components never change. The root changes when the identity graph does; claims
 * and activity grow with each event born here. {@link #version()} counts all changes.
 *
 * @param id the member's id, for ever
 * @param record the key of the record: equal for equal identifiers and fields
 * @param identifiers the record's identifiers, normalised, sorted
 * @param fields the fields used for matching by similarity, by field name, as given
 * @param bornAt when the store first heard of the record
 * @param root the canonical id of the profile it belongs to now; the smallest id among its members
 * @param version 0 when inserted, one more with each save
 * @param claims the latest claim per trait and source, sorted by trait, then source
 * @param activity the events born here
 */
public record Member(
    ProfileId id,
    String record,
    List<Identifier> identifiers,
    Map<String, String> fields,
    Instant bornAt,
    ProfileId root,
    long version,
    List<Claim> claims,
    Activity activity) {

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if the root is larger than the id
   */
  public Member {
    Objects.requireNonNull(record, "record");
    Objects.requireNonNull(bornAt, "bornAt");
    Objects.requireNonNull(activity, "activity");
    if (root.compareTo(id) > 0) {
      throw new IllegalArgumentException("root " + root + " is younger than member " + id);
    }
    identifiers = List.copyOf(identifiers);
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    claims = List.copyOf(claims);
  }

  /** Returns a new member that is its own root and has no facts yet. */
  public static Member born(
      ProfileId id,
      String record,
      List<Identifier> identifiers,
      Map<String, String> fields,
      Instant bornAt) {
    return new Member(id, record, identifiers, fields, bornAt, id, 0, List.of(), Activity.NONE);
  }

  /** Returns a copy that belongs to another profile. */
  public Member withRoot(ProfileId newRoot) {
    return new Member(id, record, identifiers, fields, bornAt, newRoot, version, claims, activity);
  }

  /** Returns a copy with other facts. */
  public Member withFacts(List<Claim> newClaims, Activity newActivity) {
    return new Member(
        id, record, identifiers, fields, bornAt, root, version, newClaims, newActivity);
  }

  /** Returns a copy with another version; for stores. */
  public Member withVersion(long newVersion) {
    return new Member(id, record, identifiers, fields, bornAt, root, newVersion, claims, activity);
  }

  /** Returns ids and counts; no personal data. */
  @Override
  public String toString() {
    return "Member["
        + id
        + " of "
        + root
        + ", version "
        + version
        + ", "
        + identifiers.size()
        + " identifiers, "
        + activity.events()
        + " events]";
  }
}

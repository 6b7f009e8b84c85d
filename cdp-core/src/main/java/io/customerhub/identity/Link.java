package io.customerhub.identity;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * An edge between two members, with its evidence. Never deleted: what no longer counts is retired.
 *
 * @param id the edge's id
 * @param a the member with the smaller id
 * @param b the member with the larger id
 * @param kind what the edge says
 * @param evidence why; empty for a person's decision
 * @param actor who decided; {@code rules} for a decision of the match rules
 * @param reason the actor's words; may be empty
 * @param at when
 * @param active whether it still counts
 * @param version 0 when added, one more with each save
 */
public record Link(
    UUID id,
    ProfileId a,
    ProfileId b,
    LinkKind kind,
    List<Evidence> evidence,
    String actor,
    String reason,
    Instant at,
    boolean active,
    long version) {

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if a is not smaller than b
   */
  public Link {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(at, "at");
    if (a.compareTo(b) >= 0) {
      throw new IllegalArgumentException("a " + a + " has to be smaller than b " + b);
    }
    evidence = List.copyOf(evidence);
  }

  /** Returns the sum of the evidence's weights, in bits. */
  public double bits() {
    return evidence.stream().mapToDouble(Evidence::bits).sum();
  }

  /** Returns a copy that no longer counts. */
  public Link retired() {
    return new Link(id, a, b, kind, evidence, actor, reason, at, false, version);
  }

  /** Returns a copy with another version; for stores. */
  public Link withVersion(long newVersion) {
    return new Link(id, a, b, kind, evidence, actor, reason, at, active, newVersion);
  }
}

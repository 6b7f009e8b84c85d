package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.identity.Normalized;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Identifiers that join nobody because people declared so: the cookie of a kiosk, the phone of a
 * family, the mailbox of a team. Thread-safe.
 *
 * <p>A declaration outlives everything until it is taken back. It is a decision like any other: in
 * the audit log, in the journal of the profiles that it splits or lets merge, and undone without a
 * trace in who is who.
 */
public final class SharedIdentifiers {

  private final IdentifierNormalizer normalizer;
  private final Units units;
  private final IdentityGraph graph;
  private final SegmentRuns segments;
  private final Declarations declarations;

  SharedIdentifiers(
      IdentifierNormalizer normalizer,
      Units units,
      IdentityGraph graph,
      SegmentRuns segments,
      Declarations declarations) {
    this.normalizer = normalizer;
    this.units = units;
    this.graph = graph;
    this.segments = segments;
    this.declarations = declarations;
  }

  /**
   * Declares that an identifier is of several people. Profiles that nothing else holds together
   * fall apart; whoever brings it from now on is joined by other keys. The identifier stays with
   * its records, and can be looked up by. At most 1,000 are declared at once.
   *
   * @param identifier as a source gives it; it need not be known yet
   * @param actor who decides, at most 128 characters
   * @param reason why, in the actor's words, at most 1,000 characters
   * @return false if it was declared before; nothing changes then
   * @throws IdentityDecisionException if it is no key, such as a placeholder, or 1,000 are declared
   */
  public boolean declare(Identifier identifier, String actor, String reason) {
    return set(identifier, true, Checks.actor(actor), Checks.reason(reason));
  }

  /**
   * Takes a declaration back: the identifier joins again whom it would have joined.
   *
   * @param identifier as a source gives it
   * @param actor who decides, at most 128 characters
   * @param reason why, in the actor's words, at most 1,000 characters
   * @return false if it was not declared; nothing changes then
   * @throws IdentityDecisionException if it is no key, such as a placeholder
   */
  public boolean withdraw(Identifier identifier, String actor, String reason) {
    return set(identifier, false, Checks.actor(actor), Checks.reason(reason));
  }

  /** Returns what is declared now, sorted by the masked identifier. */
  public List<SharedIdentifier> all() {
    return units.run(declarations::all);
  }

  private boolean set(Identifier given, boolean shared, String actor, String reason) {
    Identifier key = key(given);
    return units.run(unit -> set(unit, key, shared, actor, reason));
  }

  private boolean set(Unit unit, Identifier key, boolean shared, String actor, String reason) {
    // Locked before the declaration is read: who holds it decides on it together.
    List<Member> locked = lock(unit, key);
    if (!declarations.set(unit, key, shared, actor, reason)) {
      return false;
    }
    SortedSet<ProfileId> touched = new TreeSet<>();
    if (!locked.isEmpty()) {
      segments.catchUpEach(unit, locked);
      Decision decision = Decision.by(actor, reason, locked.get(0).root(), null);
      Regrouping regrouping = graph.regroup(unit, locked, List.of(), decision);
      segments.regrouped(unit, regrouping, null);
      touched.addAll(regrouping.touched());
    }
    AuditEntry.Action action =
        shared ? AuditEntry.Action.SHARE_IDENTIFIER : AuditEntry.Action.UNSHARE_IDENTIFIER;
    unit.audit(action, touched, actor, reason);
    return true;
  }

  /** Nobody if too many hold it: then it joins nobody either way. */
  private List<Member> lock(Unit unit, Identifier key) {
    if (!graph.keys().crowded(unit, Set.of(key)).isEmpty()) {
      return List.of();
    }
    List<Member> holders = unit.tx().profiles().holding(Set.of(key));
    SortedSet<ProfileId> roots = Surroundings.roots(holders);
    List<ProfileId> needed = holders.stream().map(Member::id).toList();
    return roots.isEmpty() ? List.of() : graph.lock(unit, roots, needed).members();
  }

  private Identifier key(Identifier given) {
    if (normalizer.normalize(given) instanceof Normalized.Key key) {
      return key.identifier();
    }
    throw new IdentityDecisionException(given + " is never a key; there is nothing to declare");
  }
}

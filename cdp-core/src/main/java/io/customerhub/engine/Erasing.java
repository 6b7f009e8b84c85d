package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.StoredRecord;
import io.customerhub.spi.Tombstone;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Erases a person inside a unit. */
final class Erasing {

  private final Wiring wiring;
  private final Suppressions suppressions;
  private final IdentityGraph graph;
  private final SegmentRuns segments;

  Erasing(Wiring wiring, Suppressions suppressions, IdentityGraph graph, SegmentRuns segments) {
    this.wiring = wiring;
    this.suppressions = suppressions;
    this.graph = graph;
    this.segments = segments;
  }

  ErasureReport erase(Unit unit, EraseCommand command) {
    Person person = lock(unit, command.profile());
    segments.catchUpEach(unit, person.others());
    segments.leaveErased(unit, person.root(), person.ids());
    long suppressed = suppressions.suppress(unit, person.members(), person.own());
    // What is being delivered right now must not come behind the news of the erasure.
    unit.tx().outbox().lockAbout(person.ids()).ifPresent(unit::holdNews);
    SortedMap<String, Long> removed = new TreeMap<>();
    long shared = removeRecords(unit, person, command.includesSharedRecords(), removed);
    removed.putAll(unit.tx().erasures().removeMembers(person.ids()));
    removed.put("set_aside", removeSetAside(unit, person));
    bury(unit, person, command);
    regroup(unit, person);
    unit.tell(new DomainEvent.ProfileErased(person.root(), person.ids(), unit.now()));
    return new ErasureReport(
        person.root(),
        person.ids(),
        unit.now(),
        removed,
        suppressed,
        person.shared().size(),
        shared);
  }

  /**
   * Whom to erase, and who else is touched.
   *
   * @param root the canonical id
   * @param members the members, locked
   * @param others the members, locked, of profiles whose partition may depend on the person
   */
  private record Person(ProfileId root, List<Member> members, List<Member> others) {

    static Person of(ProfileId root, Collection<Member> locked) {
      Predicate<Member> own = member -> member.root().equals(root);
      return new Person(
          root,
          locked.stream().filter(own).toList(),
          locked.stream().filter(own.negate()).toList());
    }

    SortedSet<ProfileId> ids() {
      SortedSet<ProfileId> ids = new TreeSet<>();
      members.forEach(member -> ids.add(member.id()));
      return ids;
    }

    SortedSet<Identifier> identifiers() {
      return identifiers(members);
    }

    /** Returns the identifiers that others hold too. */
    SortedSet<Identifier> shared() {
      SortedSet<Identifier> shared = identifiers();
      shared.retainAll(identifiers(others));
      return shared;
    }

    /** Returns the identifiers that nobody else holds. */
    SortedSet<Identifier> own() {
      SortedSet<Identifier> own = identifiers();
      own.removeAll(identifiers(others));
      return own;
    }

    private static SortedSet<Identifier> identifiers(List<Member> members) {
      SortedSet<Identifier> all = new TreeSet<>();
      members.forEach(member -> all.addAll(member.identifiers()));
      return all;
    }
  }

  /** Locks the person and all who share or resemble, and looks again once they are locked. */
  private Person lock(Unit unit, ProfileId id) {
    ProfileId root =
        unit.tx().profiles().find(Set.of(id)).stream()
            .findFirst()
            .map(Member::root)
            .orElseThrow(() -> UnknownProfileException.of(unit.tx(), id));
    List<Member> before = unit.tx().profiles().clusters(Set.of(root));
    SortedSet<ProfileId> roots = new TreeSet<>(Set.of(root));
    holders(unit, before).forEach(member -> roots.add(member.root()));
    List<Member> locked = graph.lock(unit, roots, List.of(id)).members();
    Person person = Person.of(root, locked);
    Set<ProfileId> known = new HashSet<>();
    locked.forEach(member -> known.add(member.id()));
    boolean all = holders(unit, person.members()).stream().allMatch(m -> known.contains(m.id()));
    if (!all || !person.ids().contains(id)) {
      throw new ConflictException("who holds an identifier changed before it was locked", null);
    }
    return person;
  }

  private static List<Member> holders(Unit unit, List<Member> members) {
    Set<Identifier> identifiers = new TreeSet<>();
    members.forEach(member -> identifiers.addAll(member.identifiers()));
    return unit.tx().profiles().holding(identifiers);
  }

  /** Removes the records about nobody else; returns how many were left because they are. */
  private static long removeRecords(
      Unit unit, Person person, boolean sharedToo, SortedMap<String, Long> removed) {
    long records = 0;
    long versions = 0;
    long left = 0;
    for (StoredRecord record : unit.tx().records().about(person.ids(), null)) {
      if (sharedToo || aboutNobodyElse(unit, person, record)) {
        versions += unit.tx().erasures().removeRecord(record.kind(), record.id());
        records++;
      } else {
        left++;
      }
    }
    removed.put("record", records);
    removed.put("record_version", versions);
    return left;
  }

  private static boolean aboutNobodyElse(Unit unit, Person person, StoredRecord record) {
    Set<ProfileId> others = new HashSet<>(record.subjects());
    others.removeAll(person.ids());
    List<Member> alive = unit.tx().profiles().find(others);
    // The record is left to them: of two who are erased at once, one has to take it along.
    unit.mention(Component.ids(alive));
    return others.isEmpty() || unit.tx().erasures().tombstones(others).size() == others.size();
  }

  /** Reads all input that was set aside: it could not be read, so no index tells whom it names. */
  private long removeSetAside(Unit unit, Person person) {
    unit.tx().setAside().lockToRemove();
    Set<String> naming = new TreeSet<>();
    PersonReader.setAside(
        unit, wiring.normalizer(), person.own(), entry -> naming.add(entry.key()));
    return unit.tx().erasures().removeSetAside(naming);
  }

  private static void bury(Unit unit, Person person, EraseCommand command) {
    String actor = command.actor();
    String reason = command.reason();
    unit.tx()
        .erasures()
        .bury(
            person.ids().stream()
                .map(id -> new Tombstone(id, person.root(), unit.now(), actor, reason))
                .toList());
    unit.audit(AuditEntry.Action.ERASE, person.ids(), actor, reason);
  }

  /**
   * The partition is a function of the records that there are: where two other records contradicted
   * only her or his, they may belong together now, as they would had the person never been here.
   */
  private void regroup(Unit unit, Person person) {
    if (!person.others().isEmpty()) {
      ProfileId cause = person.others().get(0).root();
      Decision decision = Decision.by(Decision.RULES, "", cause, null);
      segments.regrouped(unit, graph.regroup(unit, person.others(), List.of(), decision), null);
    }
  }
}

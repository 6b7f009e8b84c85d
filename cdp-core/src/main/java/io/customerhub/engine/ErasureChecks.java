package io.customerhub.engine;

import io.customerhub.engine.Violation.Invariant;
import io.customerhub.identity.Link;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.StoredRecord;
import io.customerhub.spi.Tombstone;
import io.customerhub.spi.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks whether anything is left of erased people. Only reads. What is found has been committed
 * behind the erasure, which takes all in one transaction, so there is no need to look again.
 */
final class ErasureChecks {

  private ErasureChecks() {}

  /** Returns what is left of ids that were erased. */
  static List<Violation> look(Transaction tx, Set<ProfileId> erased) {
    Map<ProfileId, Set<String>> left = new TreeMap<>();
    Set<ProfileId> buried = new HashSet<>();
    tx.erasures().tombstones(erased).stream().map(Tombstone::member).forEach(buried::add);
    for (ProfileId id : erased) {
      if (!buried.contains(id)) {
        note(left, id, "no tombstone");
      }
    }
    tx.profiles().find(erased).forEach(member -> note(left, member.id(), "a record"));
    tx.memberships().of(erased).forEach(row -> note(left, row.profile(), "a membership"));
    tx.membershipHistory().of(erased).forEach(one -> note(left, one.profile(), "a membership"));
    for (Link link : tx.identities().linksOf(erased)) {
      note(left, erased.contains(link.a()) ? link.a() : link.b(), "an edge");
    }
    erased.stream().filter(id -> hasEvents(tx, id)).forEach(id -> note(left, id, "an event"));
    tx.retention()
        .summaries(erased)
        .forEach(one -> note(left, one.member(), "a summary of events"));
    crm(tx, erased, left);
    List<Violation> found = new ArrayList<>();
    left.forEach((id, what) -> found.add(violation(id, what)));
    return found;
  }

  private static Violation violation(ProfileId id, Collection<String> left) {
    return new Violation(
        Invariant.ERASED, List.of(id), "a tombstone and nothing else", String.join(", ", left));
  }

  private static void note(Map<ProfileId, Set<String>> left, ProfileId id, String what) {
    left.computeIfAbsent(id, key -> new TreeSet<>()).add(what);
  }

  private static boolean hasEvents(Transaction tx, ProfileId id) {
    EventQuery any = new EventQuery(Set.of(id), null, EventQuery.MIN, EventQuery.MAX, false, 1);
    return !tx.events().read(any).isEmpty();
  }

  /** What is about others as well may stay, as long as one of them is not erased, too. */
  private static void crm(Transaction tx, Set<ProfileId> erased, Map<ProfileId, Set<String>> left) {
    Set<ProfileId> subjects = new HashSet<>();
    tx.records().about(erased, null).forEach(record -> subjects.addAll(record.subjects()));
    if (subjects.isEmpty()) {
      return;
    }
    Set<ProfileId> buried = new HashSet<>(erased);
    tx.erasures().tombstones(subjects).stream().map(Tombstone::member).forEach(buried::add);
    // Read again behind the tombstones: whoever was erased in between took the records along.
    for (StoredRecord record : tx.records().about(erased, null)) {
      if (buried.containsAll(record.subjects())) {
        record.subjects().stream()
            .filter(erased::contains)
            .forEach(id -> note(left, id, "a " + record.kind()));
      }
    }
  }
}

package io.customerhub.engine;

import io.customerhub.identity.Evidence;
import io.customerhub.identity.Join;
import io.customerhub.identity.Partition;
import io.customerhub.profile.Member;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.JournalEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;

/** Writes down which profiles became one and which fell apart, and tells of it. */
final class Journal {

  private Journal() {}

  /** Writes what became of the profiles there were; returns the merges, and what each made. */
  static Map<MergeId, ProfileId> write(
      Unit unit, SortedMap<ProfileId, Member> before, Partition partition, Decision decision) {
    Map<MergeId, ProfileId> merges = new LinkedHashMap<>();
    UUID id = decision.id();
    for (ProfileId old : oldRoots(before)) {
      ProfileId now = partition.root(old);
      if (!now.equals(old)) {
        UUID entry = id == null ? unit.nextId() : id;
        id = null;
        List<Evidence> evidence = evidence(partition.joins(), decision.cause());
        append(unit, entry, JournalEntry.Kind.MERGE, now, old, evidence, decision);
        merges.put(new MergeId(entry), now);
        unit.tell(new DomainEvent.ProfilesMerged(now, old, new MergeId(entry), unit.now()));
      }
    }
    splits(unit, before, partition, decision);
    return merges;
  }

  private static void splits(
      Unit unit, SortedMap<ProfileId, Member> before, Partition partition, Decision decision) {
    Set<ProfileId> known = oldRoots(before);
    before.forEach(
        (id, member) -> {
          if (partition.root(id).equals(id) && !known.contains(id)) {
            ProfileId from = partition.root(member.root());
            append(unit, unit.nextId(), JournalEntry.Kind.SPLIT, from, id, List.of(), decision);
            unit.tell(new DomainEvent.ProfileSplit(from, id, unit.now()));
          }
        });
  }

  private static void append(
      Unit unit,
      UUID id,
      JournalEntry.Kind kind,
      ProfileId winner,
      ProfileId loser,
      List<Evidence> evidence,
      Decision decision) {
    Instant at = unit.now();
    unit.tx()
        .identities()
        .append(
            new JournalEntry(
                id,
                kind,
                winner,
                loser,
                decision.cause(),
                evidence,
                decision.actor(),
                decision.reason(),
                at));
  }

  /** Returns the evidence of the joins that the cause took part in, each kind once. */
  static List<Evidence> evidence(List<Join> joins, ProfileId cause) {
    return joins.stream()
        .filter(join -> join.member().equals(cause) || join.with().equals(cause))
        .flatMap(join -> join.evidence().stream())
        .distinct()
        .toList();
  }

  static Set<ProfileId> oldRoots(Map<ProfileId, Member> before) {
    Set<ProfileId> roots = new TreeSet<>();
    before.values().forEach(member -> roots.add(member.root()));
    return roots;
  }
}

package io.customerhub.engine;

import com.google.common.hash.Hashing;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.identity.Evidence;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Link;
import io.customerhub.identity.LookUpKeys;
import io.customerhub.identity.MatchRecord;
import io.customerhub.profile.Member;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.trait.ClaimFold;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the member that a record belongs to, or bears it and links it to what resembles it. */
final class Registry {

  private final IdentityResolver resolver;
  private final Neighbours neighbours;
  private final IdentityGraph graph;
  private final SegmentRuns segments;

  Registry(
      IdentityResolver resolver, Neighbours neighbours, IdentityGraph graph, SegmentRuns segments) {
    this.resolver = resolver;
    this.neighbours = neighbours;
    this.graph = graph;
    this.segments = segments;
  }

  /**
   * Returns the member that an event belongs to, with what the event says folded in and saved. A
   * record without keys is told from others of the same content by the event's own name.
   *
   * @param keys normalised identifiers, sorted
   * @param fields fields to match by similarity
   */
  Birth place(Unit unit, Event event, List<Identifier> keys, Map<String, String> fields) {
    String record = record(keys, fields, own(event));
    Optional<Member> known = unit.tx().profiles().findByRecord(record);
    return known.isPresent()
        ? known(unit, known.get(), event)
        : bear(unit, record, keys, fields, event);
  }

  /** Returns the record of an event as a member without facts. */
  static Member recordOf(Prepared one, ProfileId id, Instant bornAt) {
    String record = record(one.keys(), one.fields(), own(one.event()));
    return Member.born(id, record, one.keys(), one.fields(), bornAt);
  }

  LookUpKeys lookUpKeys(Member member) {
    return resolver.lookUpKeys(resolver.prepare(member));
  }

  /** Returns the identifiers that too many hold already for any of their holders to matter. */
  Set<Identifier> crowded(Unit unit, Set<Identifier> identifiers) {
    return graph.keys().crowded(unit, identifiers);
  }

  /** Reads together who else may decide on the profiles of members, which are locked. */
  void expectAround(Unit unit, List<Member> members) {
    SortedSet<ProfileId> roots = Surroundings.roots(members);
    graph.keys().others(unit).of(unit.tx().profiles().clusters(roots));
  }

  /** Reads together what several events are compared with. */
  void expect(Unit unit, BufferedTransaction buffer, List<Prepared> events) {
    Map<String, Prepared> records = new TreeMap<>();
    events.stream()
        .filter(one -> !one.keys().isEmpty() || !one.fields().isEmpty())
        .forEach(one -> records.put(record(one.keys(), one.fields(), own(one.event())), one));
    buffer.profiles().expect(records.keySet()).forEach(known -> records.remove(known.record()));
    Set<String> keys = new TreeSet<>();
    records.forEach(
        (record, one) -> keys.addAll(draft(unit, record, one.keys(), one.fields()).keys().keys()));
    if (!keys.isEmpty()) {
      neighbours.expect(unit, keys);
    }
  }

  private Birth known(Unit unit, Member member, Event event) {
    SortedSet<ProfileId> root = new TreeSet<>(Set.of(member.root()));
    List<Member> cluster = unit.lock(root, List.of(member.id()));
    segments.catchUp(unit, cluster);
    Member folded = ClaimFold.add(of(cluster, member.id()), event);
    unit.tx().profiles().save(List.of(folded));
    Member saved = folded.withVersion(folded.version() + 1);
    List<Evidence> evidence = List.of(new Evidence("record", "said before, word for word", 0));
    return new Birth(
        saved,
        new Resolution.Matched(member.root(), evidence),
        null,
        cluster,
        cluster.stream().map(other -> other.id().equals(saved.id()) ? saved : other).toList());
  }

  private Birth bear(
      Unit unit, String record, List<Identifier> keys, Map<String, String> fields, Event event) {
    Draft draft = draft(unit, record, keys, fields);
    Neighbourhood found = new Neighbourhood(null, draft.keys());
    neighbours.find(unit, List.of(found));
    if (unit.tx().isSerial()) {
      neighbours.mark(unit, List.of(found));
    }
    List<Resemblance> similar = similar(unit, draft.prepared(), found.neighbours());

    Set<Identifier> joining = new TreeSet<>(keys);
    joining.removeAll(crowded(unit, joining));
    List<Member> joined = new ArrayList<>(unit.tx().profiles().holding(joining));
    similar.stream().filter(Resemblance::decides).forEach(s -> joined.add(s.member()));
    SortedSet<ProfileId> roots = new TreeSet<>();
    joined.forEach(member -> roots.add(member.root()));
    List<ProfileId> needed = joined.stream().map(Member::id).toList();
    Component around = graph.lockFor(unit, draft.member(), roots, needed);
    segments.catchUpEach(unit, around.members());

    ProfileId id = NewIds.laterThan(ids(around.members(), similar), unit::nextId);
    Member newborn = born(unit, draft.member(), id, event);
    List<Link> links = links(unit, similar, roots, newborn);
    Regrouping regrouping = graph.bear(unit, newborn, around, links);
    unit.tx().candidates().index(newborn.id(), found.unindexed());
    unit.born(newborn.id(), found);
    return born(unit, newborn.id(), regrouping, similar, around.members());
  }

  private static List<ProfileId> ids(List<Member> locked, List<Resemblance> similar) {
    return Stream.concat(locked.stream(), similar.stream().map(Resemblance::member))
        .map(Member::id)
        .toList();
  }

  private static Member of(List<Member> members, ProfileId id) {
    return members.stream().filter(member -> member.id().equals(id)).findFirst().orElseThrow();
  }

  private Draft draft(Unit unit, String record, List<Identifier> keys, Map<String, String> fields) {
    return unit.draft(
        record,
        () -> {
          ProfileId id = new ProfileId(new UUID(0, 0));
          Member member = Member.born(id, record, keys, fields, unit.now());
          MatchRecord prepared = resolver.prepare(member);
          return new Draft(member, prepared, resolver.lookUpKeys(prepared));
        });
  }

  private static Member born(Unit unit, Member draft, ProfileId id, Event event) {
    return ClaimFold.add(
        Member.born(id, draft.record(), draft.identifiers(), draft.fields(), unit.now()), event);
  }

  private List<Resemblance> similar(Unit unit, MatchRecord record, Set<ProfileId> ids) {
    List<Resemblance> found = new ArrayList<>();
    for (Member member : unit.tx().profiles().find(ids)) {
      resolver
          .resemblance(record, unit.compared(member, resolver::prepare))
          .ifPresent(match -> found.add(new Resemblance(member, match)));
    }
    return found;
  }

  /**
   * Every resemblance that decides is kept, as the partition is a function of all of them; of the
   * others only some {@link OpenPairs} to profiles that the newborn is not joined to anyway. A key
   * that a family shares joins nobody, so who lives together is kept in any case.
   */
  private static List<Link> links(
      Unit unit, List<Resemblance> similar, Set<ProfileId> joined, Member newborn) {
    List<Link> links = new ArrayList<>();
    Map<ProfileId, Resemblance> possible = new TreeMap<>();
    for (Resemblance resemblance : similar) {
      if (resemblance.decides()) {
        links.add(resemblance.link(unit, newborn.id()));
      } else if (resemblance.match().isHousehold()
          || !joined.contains(resemblance.member().root())) {
        possible.merge(resemblance.member().root(), resemblance, Resemblance::closer);
      }
    }
    for (Resemblance one : OpenPairs.of(List.of()).closest(possible.values())) {
      links.add(one.link(unit, newborn.id()));
      // Not locked: all who come to resemble one that many resemble would wait for each other.
      unit.mention(Set.of(one.member().id()));
    }
    return links;
  }

  private static Birth born(
      Unit unit,
      ProfileId id,
      Regrouping regrouping,
      List<Resemblance> similar,
      List<Member> before) {
    List<Member> cluster = regrouping.cluster(id);
    Member member = of(cluster, id);
    List<Evidence> evidence = Journal.evidence(regrouping.joins(), id);
    List<MergeId> merges = regrouping.mergesInto(member.root());
    if (!merges.isEmpty()) {
      Resolution merged = new Resolution.Merged(member.root(), merges, evidence);
      return new Birth(member, merged, regrouping, before, cluster);
    }
    if (!member.root().equals(id)) {
      return new Birth(
          member, new Resolution.Matched(member.root(), evidence), regrouping, before, cluster);
    }
    unit.tell(new DomainEvent.ProfileCreated(member.root(), unit.now()));
    return new Birth(member, created(member, similar), regrouping, before, cluster);
  }

  private static Resolution created(Member member, List<Resemblance> similar) {
    if (similar.isEmpty()) {
      return new Resolution.Created(member.root());
    }
    SortedSet<ProfileId> candidates = new TreeSet<>();
    similar.forEach(s -> candidates.add(s.member().root()));
    List<Evidence> closest =
        similar.stream()
            .max(Comparator.comparingDouble(s -> s.match().bits()))
            .map(s -> s.match().evidence())
            .orElse(List.of());
    return new Resolution.Ambiguous(member.root(), candidates, closest);
  }

  private static String own(Event event) {
    return event.source().length() + ":" + event.source() + event.messageId();
  }

  /** Length-prefixed parts, so that no two different records are written alike. */
  private static String record(List<Identifier> keys, Map<String, String> fields, String own) {
    StringBuilder text = new StringBuilder();
    for (Identifier key : keys) {
      part(text, key.namespace());
      part(text, key.value());
    }
    text.append('|');
    new TreeMap<>(fields)
        .forEach(
            (name, value) -> {
              part(text, name);
              part(text, value);
            });
    if (keys.isEmpty()) {
      part(text.append('|'), own);
    }
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  private static void part(StringBuilder text, String part) {
    text.append(part.length()).append(':').append(part);
  }
}

package io.customerhub.contract;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.identity.LookUpKeys;
import io.customerhub.identity.Match;
import io.customerhub.identity.MatchRecord;
import io.customerhub.identity.MatchRules;
import io.customerhub.identity.Partition;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Records of few people, with typing errors and without any key: so alike that look-up keys are
 * held by many. The same seed gives the same records.
 */
public final class SimilarPeople {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String[] GIVEN = {"Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald"};
  private static final String[] SURNAMES = {"Lovelace", "Hopper", "Turing", "Dijkstra"};
  private static final String[] CITIES = {"London", "Hanoi"};
  private static final String[] STREETS = {"12 Mill Lane", "7 Station Road", "30 High Street"};

  private final Random random;
  private final int people;
  private int next;

  public SimilarPeople(long seed, int people) {
    this.random = new Random(seed);
    this.people = people;
  }

  public List<Event> take(int count) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(next());
    }
    return events;
  }

  /**
   * Returns who is one person, by source and messageId, by the definition: the partition of all
   * records at once, with a link between any two that match and share enough keys in use. A key is
   * in use unless more than so many hold it.
   */
  public static Set<Set<String>> partition(CustomerEngine engine, int blockLimit) {
    IdentityResolver resolver = IdentityResolver.create(MatchRules.people());
    List<Member> members = members(engine);
    List<MatchRecord> records = members.stream().map(resolver::prepare).toList();
    List<Set<String>> keys = inUse(records.stream().map(resolver::lookUpKeys).toList(), blockLimit);
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      for (int j = 0; j < i; j++) {
        Match match = resolver.compare(records.get(i), records.get(j));
        Set<String> shared = new HashSet<>(keys.get(i));
        shared.retainAll(keys.get(j));
        if (LookUpKeys.suffice(shared) && match.grade() == Match.Grade.MATCH) {
          links.add(link(links.size(), members.get(j).id(), members.get(i).id(), match));
        }
      }
    }
    Partition partition = resolver.partition(members, List.of(), links, Map.of());
    Map<ProfileId, Set<String>> people = new HashMap<>();
    StateDigest.births(engine)
        .forEach(
            (event, member) ->
                people.computeIfAbsent(partition.root(member), r -> new TreeSet<>()).add(event));
    return Set.copyOf(people.values());
  }

  private static List<Member> members(CustomerEngine engine) {
    SortedSet<ProfileId> roots = new TreeSet<>();
    StateDigest.profiles(engine).forEach(profile -> roots.add(profile.id()));
    return engine.inTransaction(tx -> tx.profiles().clusters(roots));
  }

  private static Link link(int number, ProfileId a, ProfileId b, Match match) {
    UUID id = new UUID(0, number);
    return new Link(
        id, a, b, LinkKind.SIMILAR, match.evidence(), "test", "", START, /* active= */ true, 0);
  }

  private static List<Set<String>> inUse(List<LookUpKeys> records, int blockLimit) {
    Set<String> generic = new HashSet<>();
    while (true) {
      List<Set<String>> inUse =
          records.stream().map(keys -> keys.effective(generic::contains)).toList();
      Map<String, Integer> counts = new HashMap<>();
      inUse.forEach(keys -> keys.forEach(key -> counts.merge(key, 1, Integer::sum)));
      counts.values().removeIf(count -> count <= blockLimit);
      if (counts.isEmpty()) {
        return inUse;
      }
      generic.addAll(counts.keySet());
    }
  }

  private Event next() {
    int person = random.nextInt(people);
    EventBuilder event = Event.identify().source("pos").messageId("s" + next++).at(START);
    event.trait("given_name", mistyped(GIVEN[person % GIVEN.length]));
    event.trait("surname", mistyped(SURNAMES[person % SURNAMES.length]));
    if (random.nextInt(5) > 0) {
      int day = person % 9 + (random.nextInt(6) == 0 ? 10 : 1);
      event.trait("birth_date", "19" + (60 + person % 3) + "-03-" + (day < 10 ? "0" : "") + day);
    }
    if (random.nextInt(3) > 0) {
      event.trait("city", CITIES[person % CITIES.length]);
    }
    if (random.nextInt(3) > 0) {
      event.trait("street", STREETS[person % STREETS.length]);
      event.trait("postcode", "1000" + person % 4);
    }
    return event.build();
  }

  private String mistyped(String name) {
    int at = 1 + random.nextInt(name.length() - 1);
    return switch (random.nextInt(6)) {
      case 0 -> name.substring(0, at) + name.substring(at + 1);
      case 1 -> name.substring(0, at) + "x" + name.substring(at);
      default -> name;
    };
  }
}

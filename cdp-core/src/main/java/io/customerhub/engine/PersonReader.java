package io.customerhub.engine;

import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Evaluation;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.Membership;
import io.customerhub.spi.SetAside;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads all that is known of a person, inside a unit. */
final class PersonReader {

  private static final int PAGE = 500;

  private static final Comparator<Event> OLDEST_FIRST =
      Comparator.comparing(Event::time)
          .thenComparing(Event::source)
          .thenComparing(Event::messageId);

  private final Wiring wiring;
  private final IdentityGraph graph;
  private final SegmentRuns segments;

  PersonReader(Wiring wiring, IdentityGraph graph, SegmentRuns segments) {
    this.wiring = wiring;
    this.graph = graph;
    this.segments = segments;
  }

  /** Locks the person: all is read as of one time, and nothing is noted of somebody erased. */
  PersonFacts read(Unit unit, ProfileId id) {
    ProfileId root =
        unit.tx().profiles().find(Set.of(id)).stream()
            .findFirst()
            .map(Member::root)
            .orElseThrow(() -> UnknownProfileException.of(unit.tx(), id));
    List<Member> cluster = unit.lock(new TreeSet<>(Set.of(root)), List.of(id));
    Explanation explanation = graph.explain(unit, segments.view(unit, cluster), cluster);
    SortedSet<ProfileId> ids = explanation.profile().members();
    return new PersonFacts(
        unit.now(),
        explanation,
        memberships(unit, root, cluster),
        unit.tx().membershipHistory().of(ids),
        unit.tx().identities().linksOf(ids),
        unit.tx().identities().journalOf(ids),
        unit.definitions()
            .rfm()
            .flatMap(model -> PurchaseReader.score(unit, ids, model, wiring.zone()))
            .orElse(null),
        Consents.history(unit.tx(), ids),
        records(unit, ids),
        unit.tx().audit().of(ids),
        setAside(unit, explanation.profile().identifiers()),
        unit.tx().retention().summaries(ids));
  }

  /** Returns the next events of members in order of time; empty after the last. */
  static List<StoredEvent> events(Unit unit, Set<ProfileId> members, @Nullable Event after) {
    List<StoredEvent> page = List.of();
    int limit = PAGE;
    int read = limit;
    // Many may have the very time of the last one: then a page holds nothing behind it.
    while (page.isEmpty() && read == limit) {
      limit *= 2;
      List<StoredEvent> found =
          unit.tx()
              .events()
              .read(
                  new EventQuery(
                      members,
                      null,
                      after == null ? EventQuery.MIN : after.time(),
                      EventQuery.MAX,
                      false,
                      limit));
      read = found.size();
      page = found.stream().filter(stored -> isBehind(stored.event(), after)).toList();
    }
    return page;
  }

  /** Hands over the input that was set aside and names any of the identifiers. */
  static void setAside(
      Unit unit,
      IdentifierNormalizer normalizer,
      Collection<Identifier> identifiers,
      Consumer<SetAside> consumer) {
    SortedSet<String> namespaces = new TreeSet<>();
    identifiers.forEach(identifier -> namespaces.add(identifier.namespace()));
    NamedIn named = new NamedIn(normalizer, namespaces);
    String after = null;
    List<SetAside> page;
    do {
      page = unit.tx().setAside().list(after, PAGE);
      for (SetAside entry : page) {
        after = entry.key();
        if (named.identifiers(entry.raw()).stream().anyMatch(identifiers::contains)) {
          consumer.accept(entry);
        }
      }
    } while (page.size() == PAGE);
  }

  private List<SetAside> setAside(Unit unit, List<Identifier> identifiers) {
    List<SetAside> found = new ArrayList<>();
    setAside(unit, wiring.normalizer(), new TreeSet<>(identifiers), found::add);
    return found;
  }

  private Map<Membership, Evaluation> memberships(Unit unit, ProfileId root, List<Member> cluster) {
    Map<Membership, Evaluation> reasons = new LinkedHashMap<>();
    for (Membership row : unit.tx().memberships().of(Set.of(root))) {
      segments.segments(unit).stream()
          .filter(segment -> row.inside() && segment.name().equals(row.segment()))
          .forEach(
              segment ->
                  reasons.put(row, segments.trial(unit, cluster).evaluate(segment.condition())));
    }
    return reasons;
  }

  private static List<List<StoredRecord>> records(Unit unit, Set<ProfileId> ids) {
    return unit.tx().records().about(ids, null).stream()
        .map(record -> unit.tx().records().history(record.kind(), record.id()))
        .toList();
  }

  private static boolean isBehind(Event event, @Nullable Event after) {
    return after == null || OLDEST_FIRST.compare(event, after) > 0;
  }
}

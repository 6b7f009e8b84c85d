package io.customerhub.examples.benchmarks.concurrency;

import io.customerhub.CustomerHub;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what the events make of people: the components of the identifiers they have in common, and
 * per component a fold of its events. Knows nothing of how the library does it.
 */
final class Oracle {

  private static final int PAGE = 500;

  private final Map<Identifier, Identifier> parents = new HashMap<>();

  private Oracle() {}

  /** Returns how many people are not as the events say, and how many events are lost or extra. */
  static long violations(CustomerHub hub, List<Event> events) {
    Set<String> expected = new Oracle().people(events);
    List<String> found = people(hub);
    Set<String> missing = new HashSet<>(expected);
    found.forEach(missing::remove);
    long wrong = found.stream().filter(one -> !expected.contains(one)).count();
    return missing.size() + wrong + Math.abs(hub.countEvents() - events.size());
  }

  private Set<String> people(List<Event> events) {
    for (Event event : events) {
      event.identifiers().forEach(one -> unite(event.identifiers().get(0), one));
    }
    Map<Identifier, List<Event>> people = new HashMap<>();
    for (Event event : events) {
      Identifier root = root(event.identifiers().get(0));
      people.computeIfAbsent(root, key -> new ArrayList<>()).add(event);
    }
    Set<String> texts = new HashSet<>();
    people.values().forEach(all -> texts.add(folded(all)));
    return texts;
  }

  private static String folded(List<Event> events) {
    Set<String> ids = new TreeSet<>();
    events.forEach(event -> ids.add(event.messageId()));
    Event last = events.stream().max(Comparator.comparing(Event::time)).orElseThrow();
    Event first = events.stream().min(Comparator.comparing(Event::time)).orElseThrow();
    return text(
        ids, events.size(), first.time(), last.time(), String.valueOf(last.traits().get("plan")));
  }

  private static List<String> people(CustomerHub hub) {
    List<String> texts = new ArrayList<>();
    List<Profile> page = hub.profiles().list(null, PAGE);
    while (!page.isEmpty()) {
      page.forEach(profile -> texts.add(shown(hub, profile)));
      page = hub.profiles().list(page.get(page.size() - 1).id(), PAGE);
    }
    return texts;
  }

  private static String shown(CustomerHub hub, Profile profile) {
    Set<String> ids = new TreeSet<>();
    hub.profiles()
        .events(profile.id(), Integer.MAX_VALUE)
        .forEach(stored -> ids.add(stored.event().messageId()));
    return text(
        ids,
        profile.activity().events(),
        profile.activity().firstSeen().orElseThrow(),
        profile.activity().lastSeen().orElseThrow(),
        profile.trait("plan").map(String::valueOf).orElse("none"));
  }

  private static String text(Set<String> ids, Object... facts) {
    return ids + " " + Arrays.toString(facts);
  }

  private void unite(Identifier a, Identifier b) {
    parents.put(root(a), root(b));
  }

  private Identifier root(Identifier of) {
    Identifier at = of;
    Identifier above = parents.get(at);
    while (above != null && !above.equals(at)) {
      at = above;
      above = parents.get(at);
    }
    parents.put(of, at);
    return at;
  }
}

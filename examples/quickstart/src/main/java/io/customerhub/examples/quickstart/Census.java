package io.customerhub.examples.quickstart;

import io.customerhub.CustomerHub;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.DealFilter;
import io.customerhub.event.Identifier;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A walk over the profiles of a hub: how many there are, whose they truly are, whom to show. */
final class Census {

  /** Whom to show is looked for among so many; whether the labels are right, among all. */
  private static final int LOOKED_AT = 3000;

  private static final int EXPLAINED = 50;
  private static final int PAGE = 500;
  private static final int EVENTS = 10_000;

  private final CustomerHub hub;
  private final Progress progress;
  private final Quality quality = new Quality();
  private final List<Candidate> candidates = new ArrayList<>();
  private final Set<ProfileId> withDeals;
  private long people;
  private long records;
  private long anonymous;

  /** Somebody who could be shown; short stories are easier to read. */
  private record Candidate(ProfileId id, int sources, boolean deals, int records, String tie) {
    private static final Comparator<Candidate> WORTH =
        Comparator.comparingInt(Candidate::sources)
            .thenComparing(Candidate::deals)
            .thenComparing(Candidate::records, Comparator.reverseOrder())
            .thenComparing(Candidate::tie, Comparator.reverseOrder())
            .reversed();

    boolean isLike(Candidate other) {
      return sources == other.sources && deals == other.deals;
    }
  }

  private Census(CustomerHub hub, Progress progress) {
    this.hub = hub;
    this.progress = progress;
    this.withDeals =
        hub.deals()
            .collect(DealFilter.all(), Collectors.mapping(Deal::subject, Collectors.toSet()));
  }

  /**
   * Walks over the profiles.
   *
   * @param truth whether events say whose they truly are, so that all events have to be read
   */
  static Census of(CustomerHub hub, boolean truth, Progress progress) {
    Census census = new Census(hub, progress);
    progress.begin("looking at people", hub.profiles().count());
    List<Profile> page = hub.profiles().list(null, PAGE);
    while (!page.isEmpty()) {
      page.forEach(profile -> census.add(profile, truth));
      page = hub.profiles().list(page.get(page.size() - 1).id(), PAGE);
    }
    return census;
  }

  /** Returns how many profiles there are. */
  long people() {
    return people;
  }

  /** Returns how many records they are made of. */
  long records() {
    return records;
  }

  /** Returns how many of the profiles are a cookie or device only. */
  long anonymous() {
    return anonymous;
  }

  /** Returns how well the records were put together. */
  Quality quality() {
    return quality;
  }

  /**
   * Returns whom to show: of those whom most sources know, best with a deal, somebody who was found
   * by similarity, which is worth a look.
   */
  Optional<ProfileId> choice() {
    List<Candidate> all = candidates.stream().sorted(Candidate.WORTH).toList();
    List<Candidate> best =
        all.stream()
            .filter(candidate -> candidate.records() > 1 && candidate.isLike(all.get(0)))
            .limit(EXPLAINED)
            .toList();
    return Stream.of(best.stream().filter(this::hasSimilar), best.stream(), all.stream())
        .flatMap(choices -> choices)
        .map(Candidate::id)
        .findFirst();
  }

  private void add(Profile profile, boolean truth) {
    people++;
    records += profile.members().size();
    anonymous += isAnonymous(profile) ? 1 : 0;
    progress.at(people);
    if (truth || people <= LOOKED_AT) {
      List<StoredEvent> events = hub.profiles().events(profile.id(), EVENTS);
      quality.add(labels(events));
      if (people <= LOOKED_AT) {
        consider(profile, events);
      }
    }
  }

  private void consider(Profile profile, List<StoredEvent> events) {
    Set<String> sources = new TreeSet<>();
    events.forEach(event -> sources.add(event.event().source()));
    candidates.add(
        new Candidate(
            profile.id(),
            sources.size(),
            profile.members().stream().anyMatch(withDeals::contains),
            profile.members().size(),
            profile.identifiers().stream().map(Census::text).findFirst().orElse("")));
  }

  private boolean hasSimilar(Candidate candidate) {
    return hub.explain(candidate.id()).records().stream()
        .flatMap(part -> part.joined().stream())
        .anyMatch(join -> join.evidence().size() > 1);
  }

  /** A record is whose most of its events are. */
  private static List<String> labels(List<StoredEvent> events) {
    Map<ProfileId, Map<String, Integer>> votes = new HashMap<>();
    for (StoredEvent event : events) {
      Object label = event.event().context().get(Scan.TRUTH);
      if (label != null && event.about().isPresent()) {
        votes
            .computeIfAbsent(event.about().get(), member -> new HashMap<>())
            .merge(label.toString(), 1, Integer::sum);
      }
    }
    List<String> labels = new ArrayList<>();
    votes.values().forEach(counts -> labels.add(most(counts)));
    return labels;
  }

  private static String most(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  private static boolean isAnonymous(Profile profile) {
    Set<String> cookies = Set.of(Identifier.ANONYMOUS_ID, Identifier.DEVICE_ID);
    return profile.traits().isEmpty()
        && profile.identifiers().stream().allMatch(key -> cookies.contains(key.namespace()));
  }

  private static String text(Identifier identifier) {
    return identifier.namespace() + ":" + identifier.value();
  }
}

package io.customerhub.engine;

import io.customerhub.event.ConsentBuilder;
import io.customerhub.event.Event;
import io.customerhub.event.EventType;
import io.customerhub.event.Identifier;
import io.customerhub.lookalike.Feature;
import io.customerhub.lookalike.TraitFeatures;
import io.customerhub.profile.Profile;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads what a person has in common with others, inside a unit. */
final class FeatureReader {

  /** Most events of a person, the latest ones. */
  static final int MOST_EVENTS = 1_000;

  /** What a person did; what a source said of her or him is no deed. */
  private static final Set<EventType> DEEDS =
      Set.of(EventType.TRACK, EventType.PAGE, EventType.SCREEN);

  /** They only say whether somebody is known yet, which members often have to be. */
  private static final Set<String> WHO =
      Set.of(Identifier.USER_ID, Identifier.EMAIL, Identifier.PHONE, Identifier.ANONYMOUS_ID);

  private final Predicate<String> wanted;
  private final Instant asOf;

  /**
   * Creates a reader.
   *
   * @param wanted which traits to look at
   * @param asOf the instant from which days are counted back
   */
  FeatureReader(Predicate<String> wanted, Instant asOf) {
    this.wanted = wanted;
    this.asOf = asOf;
  }

  Set<Feature> read(Unit unit, Profile profile) {
    Set<Feature> features = new HashSet<>();
    profile.identifiers().stream()
        .map(Identifier::namespace)
        .filter(namespace -> !WHO.contains(namespace))
        .forEach(namespace -> features.add(Feature.knownBy(namespace)));
    addTraits(profile, features);
    deeds(unit, profile).forEach((name, times) -> addDeed(name, times, features));
    return features;
  }

  private void addTraits(Profile profile, Set<Feature> features) {
    Set<Object> keys =
        profile.identifiers().stream().map(Identifier::value).collect(Collectors.toSet());
    Set<String> names = new HashSet<>(profile.traits().keySet());
    names.addAll(profile.computed().keySet());
    for (String name : names) {
      Optional<Object> value = profile.trait(name).filter(shown -> !keys.contains(shown));
      if (wanted.test(name) && value.isPresent()) {
        TraitFeatures.add(name, value.get(), features);
      }
    }
  }

  private static Map<String, List<Instant>> deeds(Unit unit, Profile profile) {
    EventQuery latest =
        new EventQuery(profile.members(), null, EventQuery.MIN, EventQuery.MAX, true, MOST_EVENTS);
    return unit.tx().events().read(latest).stream()
        .map(StoredEvent::event)
        .filter(FeatureReader::isDeed)
        .collect(
            Collectors.groupingBy(
                FeatureReader::name, Collectors.mapping(Event::time, Collectors.toList())));
  }

  private static boolean isDeed(Event event) {
    return DEEDS.contains(event.type()) && !event.name().equals(ConsentBuilder.EVENT_NAME);
  }

  /** Pages and screens need no name. */
  private static String name(Event event) {
    return event.name().isBlank() ? event.type().key() : event.name();
  }

  private void addDeed(String name, List<Instant> times, Set<Feature> features) {
    Instant last = times.stream().max(Comparator.naturalOrder()).orElseThrow();
    features.add(Feature.did(name));
    features.add(Feature.times(name, times.size()));
    // A clock that is ahead puts an event into the future; that is today.
    features.add(Feature.last(name, Math.max(0, Duration.between(last, asOf).toDays())));
  }
}

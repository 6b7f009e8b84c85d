package io.customerhub.consent;

import io.customerhub.event.ConsentBuilder;
import io.customerhub.event.Event;
import io.customerhub.event.LawfulBasis;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Reads consents from events, and tells which of them hold. */
public final class ConsentFold {

  private static final ProfileId NOBODY = new ProfileId(new UUID(0, 0));

  private ConsentFold() {}

  /**
   * Returns what an event says of consent; nothing if it is another event, or names no purpose.
   *
   * @param member the member it was born under
   */
  public static List<Consent> of(Event event, ProfileId member) {
    if (!event.name().equals(ConsentBuilder.EVENT_NAME)) {
      return List.of();
    }
    List<Consent> found = new ArrayList<>();
    String purpose = text(event.properties(), ConsentBuilder.PURPOSE);
    if (event.properties().get(ConsentBuilder.GRANTED) instanceof Boolean granted
        && !purpose.isEmpty()) {
      found.add(consent(event, member, purpose, granted));
    }
    preferences(event)
        .forEach(
            (category, allowed) -> {
              if (allowed instanceof Boolean granted && category instanceof String name) {
                found.add(consent(event, member, name, granted));
              }
            });
    return found;
  }

  /** Returns the purposes that an event says something about. */
  public static Set<String> purposes(Event event) {
    Set<String> purposes = new TreeSet<>();
    of(event, NOBODY).forEach(consent -> purposes.add(consent.purpose()));
    return purposes;
  }

  /** Returns, of all consents, the latest of each purpose and channel, sorted by these. */
  public static List<Consent> current(Collection<Consent> all) {
    Map<String, Map<String, Consent>> kept = new TreeMap<>();
    for (Consent consent : all) {
      kept.computeIfAbsent(consent.purpose(), purpose -> new TreeMap<>())
          .merge(consent.channel(), consent, ConsentFold::later);
    }
    return kept.values().stream().flatMap(channels -> channels.values().stream()).toList();
  }

  /**
   * Returns the consent that decides about a purpose and channel: the latest of those about this
   * channel and about all channels.
   *
   * @param channel the channel; empty to ask about all
   */
  public static Optional<Consent> deciding(
      Collection<Consent> all, String purpose, String channel) {
    return all.stream()
        .filter(consent -> consent.purpose().equals(purpose))
        .filter(consent -> consent.channel().isEmpty() || consent.channel().equals(channel))
        .max(Consent.LATEST);
  }

  /** Returns the consents in order of time, those of one time in the order in which they win. */
  public static List<Consent> history(Collection<Consent> all) {
    return all.stream()
        .sorted(Consent.LATEST.thenComparing(Comparator.comparing(Consent::purpose)))
        .toList();
  }

  private static Consent later(Consent a, Consent b) {
    return Consent.LATEST.compare(a, b) >= 0 ? a : b;
  }

  private static Consent consent(Event event, ProfileId member, String purpose, boolean granted) {
    Map<String, Object> said = event.properties();
    return new Consent(
        purpose,
        text(said, ConsentBuilder.CHANNEL),
        granted,
        LawfulBasis.of(text(said, ConsentBuilder.LAWFUL_BASIS)).orElse(LawfulBasis.CONSENT),
        event.time(),
        event.source(),
        event.messageId(),
        text(said, ConsentBuilder.EVIDENCE),
        text(said, ConsentBuilder.ACTOR),
        member);
  }

  private static Map<?, ?> preferences(Event event) {
    return event.context().get("consent") instanceof Map<?, ?> consent
            && consent.get("categoryPreferences") instanceof Map<?, ?> preferences
        ? preferences
        : Map.of();
  }

  private static String text(Map<String, Object> values, String name) {
    return values.get(name) instanceof String text ? text : "";
  }
}

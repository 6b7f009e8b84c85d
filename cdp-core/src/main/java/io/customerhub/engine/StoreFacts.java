package io.customerhub.engine;

import io.customerhub.consent.Consent;
import io.customerhub.consent.ConsentFold;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.profile.EventSummary;
import io.customerhub.profile.Profile;
import io.customerhub.segment.Calculation;
import io.customerhub.segment.EventDays;
import io.customerhub.segment.Fact;
import io.customerhub.segment.Facts;
import io.customerhub.segment.Forecast;
import io.customerhub.segment.RfmCondition;
import io.customerhub.segment.Selection;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.JournalEntry;
import io.customerhub.spi.Membership;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredSummary;
import io.customerhub.trait.SummaryFold;
import io.customerhub.trait.Survivorship;
import io.customerhub.trait.TraitHistory;
import io.customerhub.value.RfmScore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction sees of one profile; events are read once per name and window, records once
 * per kind.
 */
final class StoreFacts implements Facts {

  private final Unit unit;
  private final Profile profile;
  private final Map<String, Membership> memberships;
  private final Map<String, Calculation> computed;
  private final FactSources sources;
  private final DayFolds folds;
  private final Survivorship survivorship;
  private final ZoneId zone;
  private final Map<String, List<Fact>> records = new HashMap<>();
  private final Map<EventQuery, List<Event>> read = new HashMap<>();
  private @Nullable Map<String, EventSummary> removed;
  private final Map<List<Object>, EventDays> days = new HashMap<>();
  private @Nullable List<Consent> consents;
  private Optional<RfmScore> score = Optional.empty();
  private boolean scored;
  private Optional<Forecast> forecast = Optional.empty();
  private boolean foretold;

  StoreFacts(
      Unit unit,
      Profile profile,
      Map<String, Membership> memberships,
      Map<String, Calculation> computed,
      FactSources sources,
      DayFolds folds,
      Survivorship survivorship,
      ZoneId zone) {
    this.unit = unit;
    this.profile = profile;
    this.memberships = memberships;
    this.computed = computed;
    this.sources = sources;
    this.folds = folds;
    this.survivorship = survivorship;
    this.zone = zone;
  }

  @Override
  public Optional<Object> trait(String name) {
    return profile.trait(name);
  }

  @Override
  public Optional<Calculation> computed(String trait) {
    return Optional.ofNullable(computed.get(trait));
  }

  @Override
  public List<Event> events(String name, Instant from, Instant to) {
    return events(name, from, to, Integer.MAX_VALUE);
  }

  @Override
  public List<Event> events(String name, Instant from, Instant to, int most) {
    return read.computeIfAbsent(
        new EventQuery(profile.members(), name, from, to, false, most),
        query -> unit.tx().events().read(query).stream().map(StoredEvent::event).toList());
  }

  @Override
  public Optional<EventSummary> removed(String name) {
    if (profile.activity().removed() == 0) {
      return Optional.empty();
    }
    if (removed == null) {
      removed = new HashMap<>();
      for (StoredSummary one : unit.tx().retention().summaries(profile.members())) {
        removed.merge(one.summary().name(), one.summary(), SummaryFold::and);
      }
    }
    return Optional.ofNullable(removed.get(name));
  }

  @Override
  public Optional<EventDays> days(Selection of, String property) {
    if (profile.activity().events() < DayFolds.LONG) {
      return Optional.empty();
    }
    return Optional.of(
        days.computeIfAbsent(
            List.of(of, property),
            key -> unit.folds().days(folds, profile.members(), of, property)));
  }

  @Override
  public List<Fact> records(String kind) {
    return records.computeIfAbsent(kind, name -> sources.read(unit.tx(), name, profile.members()));
  }

  @Override
  public String key() {
    return profile.id().toString();
  }

  @Override
  public Set<String> namespaces() {
    return profile.identifiers().stream().map(Identifier::namespace).collect(Collectors.toSet());
  }

  /** Of a pair that was split again, one is no member any more. */
  @Override
  public Optional<Instant> lastMerge() {
    return unit.tx().identities().journalOf(profile.members()).stream()
        .filter(entry -> entry.kind() == JournalEntry.Kind.MERGE)
        .filter(entry -> profile.members().containsAll(Set.of(entry.winner(), entry.loser())))
        .map(JournalEntry::at)
        .max(Comparator.naturalOrder());
  }

  @Override
  public NavigableMap<Instant, Object> history(String trait) {
    EventQuery all =
        new EventQuery(
            profile.members(), null, EventQuery.MIN, EventQuery.MAX, false, Integer.MAX_VALUE);
    List<Event> events = unit.tx().events().read(all).stream().map(StoredEvent::event).toList();
    return TraitHistory.of(events, trait, survivorship);
  }

  @Override
  public Optional<Boolean> consent(String purpose, String channel) {
    if (consents == null) {
      consents = Consents.history(unit.tx(), profile.members());
    }
    return ConsentFold.deciding(consents, purpose, channel).map(Consent::granted);
  }

  @Override
  public Optional<Integer> rfm(RfmCondition.Part part) {
    if (!scored) {
      scored = true;
      score =
          unit.definitions()
              .rfm()
              .flatMap(model -> PurchaseReader.score(unit, profile.members(), model, zone));
    }
    return score.map(
        found ->
            switch (part) {
              case RECENCY -> found.recency();
              case FREQUENCY -> found.frequency();
              case MONETARY -> found.monetary();
            });
  }

  @Override
  public Optional<Forecast> forecast() {
    if (!foretold) {
      foretold = true;
      forecast =
          unit.definitions()
              .predictions()
              .flatMap(model -> PersonForecast.of(unit, profile.members(), model, zone))
              .map(found -> found);
    }
    return forecast;
  }

  @Override
  public NavigableMap<Instant, Boolean> membership(String segment) {
    return MembershipTurns.of(unit.tx().membershipHistory().of(profile.members(), segment));
  }

  @Override
  public boolean inSegment(String segment) {
    Membership membership = memberships.get(segment);
    return membership != null && membership.inside();
  }
}

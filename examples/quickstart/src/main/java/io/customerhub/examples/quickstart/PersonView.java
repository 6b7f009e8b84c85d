package io.customerhub.examples.quickstart;

import io.customerhub.CustomerHub;
import io.customerhub.crm.Money;
import io.customerhub.crm.UserRef;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.timeline.TimelineEntry;
import io.customerhub.engine.Explanation;
import io.customerhub.event.Identifier;
import io.customerhub.profile.Activity;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Reason;
import io.customerhub.spi.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that is known of one person, and how. */
final class PersonView {

  private static final int EVENTS = 10_000;
  private static final int ENTRIES = 8;
  private static final int SHOWN = 12;
  private static final int VALUE = 40;
  private static final int TITLE = 46;

  private final CustomerHub hub;
  private final Layout layout;

  PersonView(CustomerHub hub, Layout layout) {
    this.hub = hub;
    this.layout = layout;
  }

  void show(ProfileId id) {
    Explanation explanation = hub.explain(id);
    Profile person = explanation.profile();
    layout.heading("One person, all round");
    Map<ProfileId, Set<String>> sources = sources(id);
    layout.wrapped(Words.name(person) + seen(person.activity(), sources), 0, 4);
    layout.line("");
    identifiers(person);
    traits(person);
    segments(id);
    deals(id);
    records(new RecordStory(explanation, sources));
    timeline(id);
  }

  private static String seen(Activity activity, Map<ProfileId, Set<String>> sources) {
    Set<String> all = new TreeSet<>();
    sources.values().forEach(all::addAll);
    String from = activity.firstSeen().map(Words::day).orElse("?");
    String to = activity.lastSeen().map(Words::day).orElse("?");
    return ", known to "
        + String.join(", ", all)
        + ": "
        + Layout.plural(activity.events(), "event", "events")
        + " from "
        + from
        + " to "
        + to;
  }

  private Map<ProfileId, Set<String>> sources(ProfileId id) {
    Map<ProfileId, Set<String>> sources = new HashMap<>();
    for (StoredEvent stored : hub.profiles().events(id, EVENTS)) {
      stored
          .about()
          .ifPresent(
              member ->
                  sources
                      .computeIfAbsent(member, m -> new TreeSet<>())
                      .add(stored.event().source()));
    }
    return sources;
  }

  private void identifiers(Profile person) {
    Map<String, List<String>> byKind = new LinkedHashMap<>();
    for (Identifier key : person.identifiers()) {
      byKind.computeIfAbsent(Words.key(key.namespace()), k -> new ArrayList<>()).add(key.value());
    }
    byKind.forEach((kind, values) -> layout.wrapped(kind + ": " + String.join(", ", values), 0, 4));
  }

  private void traits(Profile person) {
    List<List<String>> rows = new ArrayList<>(List.of(List.of("shown", "", "said by", "on")));
    person.traits().entrySet().stream()
        .limit(SHOWN)
        .forEach(
            trait ->
                rows.add(
                    List.of(
                        trait.getKey(),
                        Layout.cut(Words.value(trait.getValue().value()), VALUE),
                        trait.getValue().claim().source(),
                        Words.day(trait.getValue().claim().time()))));
    block(rows);
    if (person.traits().size() > SHOWN) {
      layout.line("and " + (person.traits().size() - SHOWN) + " more");
    }
  }

  private void segments(ProfileId id) {
    List<List<String>> rows = new ArrayList<>(List.of(List.of("segment", "", "because")));
    for (String name : hub.segments().names()) {
      boolean inside = hub.segments().contains(name, id);
      rows.add(List.of(name, inside ? "in" : "not in", why(hub.segments().why(name, id).reason())));
    }
    block(rows);
  }

  private static String why(Reason reason) {
    return reason.children().isEmpty()
        ? reason.detail()
        : reason.children().stream().map(PersonView::why).collect(Collectors.joining("; "));
  }

  private void deals(ProfileId id) {
    List<List<String>> rows = new ArrayList<>(List.of(List.of("deal", "", "", "")));
    for (Deal deal : hub.deals().about(id)) {
      rows.add(
          List.of(
              deal.name(),
              deal.stage(),
              deal.amount().map(Money::toString).orElse(""),
              deal.owner().map(UserRef::id).map(owner -> "owner " + owner).orElse("")));
    }
    block(rows);
  }

  private void records(RecordStory story) {
    layout.line("");
    layout.line(
        story.size() == 1
            ? "all of it from one record"
            : "why these " + story.size() + " records are one person");
    for (int i = 0; i < Math.min(story.size(), SHOWN); i++) {
      layout.wrapped(story.title(i), 0, 4);
      layout.wrapped(story.reason(i), 4, 6);
    }
    if (story.size() > SHOWN) {
      layout.line("and " + (story.size() - SHOWN) + " more");
    }
  }

  private void timeline(ProfileId id) {
    List<List<String>> rows = new ArrayList<>(List.of(List.of("latest", "", "")));
    for (TimelineEntry entry : hub.timeline(id).latest(ENTRIES)) {
      rows.add(
          List.of(
              Words.minute(entry.at()),
              entry.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              Layout.cut(entry.title(), TITLE),
              entry.detail()));
    }
    block(rows);
  }

  private void block(List<List<String>> rows) {
    if (rows.size() > 1) {
      layout.line("");
      layout.table(rows, List.of());
    }
  }
}

package io.customerhub.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.IngestReport;
import io.customerhub.engine.IngestResult;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.event.Identifier;
import io.customerhub.event.InvalidEventException;
import io.customerhub.event.ReasonCode;
import io.customerhub.intake.CellType;
import io.customerhub.intake.CsvIntake;
import io.customerhub.intake.CsvMapping;
import io.customerhub.intake.CsvMappingBuilder;
import io.customerhub.intake.EventJson;
import io.customerhub.intake.Parsed;
import io.customerhub.profile.Profile;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Hands lines of the catalogue over by every way in, each in the midst of good neighbours, and says
 * what became of them. What is meant for one value of an event is said of two people, who have a
 * card each and nothing else in common.
 */
final class BadInputRun {

  /** The ways in. */
  enum Way {
    DOCUMENT,
    LINES,
    CSV,
    BUILDER
  }

  /**
   * What became of a line.
   *
   * @param accepted how many events were, without the neighbours
   * @param duplicates how many were known
   * @param rejected how many items were not, by reason
   * @param aside how many identifiers were no key, by reason
   * @param corrected how much was not taken as it was, by reason
   * @param target what of an event it was meant to be; empty if it is a whole document or file
   * @param together whether the two people are one by now
   * @param lost how many good neighbours were not taken
   * @param kept the value as the first person's profile shows it
   */
  record Outcome(
      String id,
      Way way,
      String target,
      long accepted,
      long duplicates,
      Map<ReasonCode, Long> rejected,
      Map<ReasonCode, Long> aside,
      Map<ReasonCode, Long> corrected,
      boolean together,
      long lost,
      Optional<Object> kept) {}

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final CustomerEngine engine;
  private final Instant now;
  private final List<Identifier> neighbours = new ArrayList<>();
  private int next;

  BadInputRun(CustomerEngine engine, Instant now) {
    this.engine = engine;
    this.now = now;
  }

  /** Hands over what is meant for one value, such as an e-mail address or a trait. */
  Outcome value(BadInput line, Way way, String target) {
    String source = source(line);
    IngestReport report =
        switch (way) {
          case DOCUMENT ->
              document(source, message(line, way, target, "a"))
                  .and(document(source, message(line, way, target, "b")));
          case LINES ->
              lines(source, message(line, way, target, "a"), message(line, way, target, "b"));
          case CSV -> rows(line, target);
          case BUILDER -> built(line, target, "a").and(built(line, target, "b"));
        };
    return outcome(line, way, target, report);
  }

  /** Hands over a document. */
  Outcome document(BadInput line, Way way) {
    String document = whole(line.input());
    IngestReport report =
        way == Way.DOCUMENT ? document(source(line), document) : lines(source(line), document);
    return outcome(line, way, "", report);
  }

  /** Hands over a whole file. */
  Outcome file(BadInput line, CsvMapping mapping) {
    IngestReport report;
    try (Stream<Parsed> rows =
        CsvIntake.of(mapping).rows(new ByteArrayInputStream(line.bytes()), now)) {
      report = engine.ingestAll(mapping.sourceName(), rows.iterator(), progress -> {});
    }
    return outcome(line, Way.CSV, "", report);
  }

  /** What is no whole message is made one, so that what is bad about it is reached. */
  private static String whole(String json) {
    String typed =
        json.startsWith("{") && !json.contains("\"type\":")
            ? "{\"type\":\"track\"," + json.substring(1)
            : json;
    return typed.contains("\"event\":")
        ? typed
        : typed.replaceFirst("\"type\":\"track\"", "$0,\"event\":\"E\"");
  }

  /** Events of the catalogue know of each other by their messageIds, other lines do not. */
  static String source(BadInput line) {
    return line.category().equals("event") ? "bad-events" : "bad-" + line.id();
  }

  static String card(BadInput line, Way way, String target, String person) {
    return "%s %s %s %s".formatted(line.id(), way, target, person).toLowerCase(Locale.ROOT);
  }

  private IngestReport document(String source, String json) {
    return engine.ingestAll(
        source, EventJson.source(source).parse(json, now).iterator(), progress -> {});
  }

  private IngestReport lines(String source, String... documents) {
    StringBuilder all = new StringBuilder(good());
    for (String document : documents) {
      all.append('\n').append(document).append('\n').append(good());
    }
    try (Stream<Parsed> items =
        EventJson.source(source)
            .lines(
                new ByteArrayInputStream(all.toString().getBytes(StandardCharsets.UTF_8)), now)) {
      return engine.ingestAll(source, items.iterator(), progress -> {});
    }
  }

  private String good() {
    String card = neighbour();
    Object id = Map.of("type", Identifier.LOYALTY_CARD, "id", card);
    return json(
        Map.of("type", "track", "event", "Seen", "context", Map.of("externalIds", List.of(id))));
  }

  private String message(BadInput line, Way way, String target, String person) {
    Map<String, Object> card =
        Map.of("type", "loyalty_card", "id", card(line, way, target, person));
    Map<String, Object> custom = Map.of("type", "custom", "id", line.input());
    Map<String, Object> message = new TreeMap<>();
    message.put("type", "identify");
    message.put("context", Map.of("externalIds", List.of(card)));
    switch (target) {
      case "email", "phone" -> message.put("traits", Map.of(target, line.input()));
      case "user_id" -> message.put("userId", line.input());
      case "anonymous_id" -> message.put("anonymousId", line.input());
      case "custom" -> message.put("context", Map.of("externalIds", List.of(card, custom)));
      case "timestamp" -> message.put("timestamp", line.input());
      default -> message.put("traits", Map.of("name", line.input()));
    }
    return json(message);
  }

  private IngestReport rows(BadInput line, String target) {
    CsvMappingBuilder mapping =
        CsvMapping.source(source(line)).column("card", "identifier.loyalty_card");
    switch (target) {
      case "email", "phone", "user_id", "anonymous_id", "custom" ->
          mapping.column("v", "identifier." + target);
      case "timestamp" -> mapping.time("v");
      case "money" -> mapping.column("v", "trait.name", CellType.NUMBER);
      default -> mapping.column("v", "trait.name");
    }
    StringBuilder file = new StringBuilder("card,v\n");
    for (String person : List.of("a", "b")) {
      file.append(neighbour()).append(",\n");
      file.append(card(line, Way.CSV, target, person)).append(",\"");
      file.append(line.input().replace("\"", "\"\"")).append("\"\n");
    }
    file.append(neighbour()).append(",\n");
    try (Stream<Parsed> rows =
        CsvIntake.of(mapping.build()).rows(new StringReader(file.toString()), now)) {
      return engine.ingestAll(source(line), rows.iterator(), progress -> {});
    }
  }

  private IngestReport built(BadInput line, String target, String person) {
    EventBuilder event =
        Event.identify()
            .source(source(line))
            .messageId("built " + target + " " + person)
            .at(now)
            .loyaltyCard(card(line, Way.BUILDER, target, person));
    try {
      if (Stream.of("email", "phone", "user_id", "anonymous_id", "custom")
          .anyMatch(target::equals)) {
        event.identifier(Identifier.of(target, line.input()));
      } else {
        event.trait("name", line.input());
      }
      return counted(engine.ingest(event));
    } catch (InvalidEventException e) {
      return report(0, Map.of(e.code(), 1L), Map.of());
    }
  }

  private static IngestReport counted(IngestResult result) {
    if (result instanceof IngestResult.Rejected rejected) {
      return report(0, Map.of(rejected.code(), 1L), Map.of());
    }
    Map<ReasonCode, Long> aside = new TreeMap<>();
    if (result instanceof IngestResult.Accepted accepted) {
      accepted.setAside().values().forEach(code -> aside.merge(code, 1L, Long::sum));
    }
    return report(1, Map.of(), aside);
  }

  private static IngestReport report(
      long accepted, Map<ReasonCode, Long> rejected, Map<ReasonCode, Long> aside) {
    return new IngestReport(accepted, 0, rejected, 0, 0, 0, 0, aside, Map.of());
  }

  private String neighbour() {
    String card = "neighbour " + next++;
    neighbours.add(Identifier.loyaltyCard(card));
    return card;
  }

  private Outcome outcome(BadInput line, Way way, String target, IngestReport report) {
    Optional<Profile> a = holder(card(line, way, target, "a"));
    Optional<Profile> b = holder(card(line, way, target, "b"));
    long good = neighboursTaken();
    long lost = neighbours.size() - good;
    neighbours.clear();
    return new Outcome(
        line.id(),
        way,
        target,
        report.accepted() - good,
        report.duplicates(),
        report.rejected(),
        report.identifiersSetAside(),
        report.corrected(),
        a.isPresent() && a.map(Profile::id).equals(b.map(Profile::id)),
        lost,
        a.flatMap(profile -> profile.trait("name")));
  }

  private long neighboursTaken() {
    return neighbours.isEmpty()
        ? 0
        : engine.inTransaction(tx -> tx.profiles().holding(Set.copyOf(neighbours)).size());
  }

  private Optional<Profile> holder(String card) {
    return engine.profiles().find(Identifier.loyaltyCard(card));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}

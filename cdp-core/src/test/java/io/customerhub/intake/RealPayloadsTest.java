package io.customerhub.intake;

import static io.customerhub.intake.Reading.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Event;
import io.customerhub.event.EventType;
import io.customerhub.event.Identifier;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What published clients send, and files as they are found. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealPayloadsTest {

  private static final String FOLDER = "segment-spec-payloads";

  private final EventJson intake = EventJson.source("web");

  @Test
  void of_server_side_clients_are_read_to_the_last_message() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Path file : SharedData.files(FOLDER, ".json")) {
      counts.put(nameOf(file), events(body(file)).size());
    }

    assertThat(counts)
        .isEqualTo(
            new TreeMap<>(
                Map.ofEntries(
                    Map.entry("rudder-java/01.json", 4),
                    Map.entry("rudder-java/02.json", 2),
                    Map.entry("rudder-node/01.json", 1),
                    Map.entry("rudder-node/02.json", 6),
                    Map.entry("segment-java/01.json", 7),
                    Map.entry("segment-java-retry90/01.json", 7),
                    Map.entry("segment-java-retry90/02.json", 7),
                    Map.entry("segment-java-retry90/03.json", 7),
                    Map.entry("segment-node/01.json", 7),
                    Map.entry("segment-node-retry/01.json", 7),
                    Map.entry("segment-node-retry/02.json", 7),
                    Map.entry("segment-node-retry/03.json", 7))));
  }

  @Test
  void sent_again_are_the_same_events() {
    for (String run : List.of("segment-java-retry90", "segment-node-retry")) {
      Set<Event> distinct = new HashSet<>();
      SharedData.files(FOLDER + "/" + run, ".json").forEach(f -> distinct.addAll(events(body(f))));

      assertThat(distinct).as(run).hasSize(7);
    }
  }

  @Test
  void of_an_identified_person_carry_what_ties_them_together() {
    Map<EventType, Event> byType =
        events(body(SharedData.path(FOLDER + "/segment-java/01.json"))).stream()
            .collect(Collectors.toMap(Event::type, e -> e, (first, second) -> second));

    assertThat(byType.get(EventType.IDENTIFY).identifiers())
        .containsExactly(
            Identifier.anonymousId("anon-123"),
            Identifier.email("ann@example.com"),
            Identifier.userId("user-1"));
    assertThat(byType.get(EventType.ALIAS).identifiers())
        .containsExactly(
            Identifier.anonymousId("anon-123"),
            Identifier.userId("anon-123"),
            Identifier.userId("user-1"));
    assertThat(byType.get(EventType.GROUP).name()).isEqualTo("acct-9");
    assertThat(byType.get(EventType.PAGE).context()).containsKeys("library", "instanceId");
    assertThat(byType.get(EventType.TRACK).context()).containsOnlyKeys("ip", "locale");
  }

  @Test
  void of_browsers_are_read_to_the_last_message() {
    int count = 0;
    for (Path file : SharedData.files(FOLDER + "/browser", ".body.bin")) {
      byte[] body = SharedData.bytes(file);
      if (body.length > 0) { // the others are preflight requests
        List<Parsed> parsed = intake.parse(body, NOW);
        assertThat(parsed).as("%s", file).isNotEmpty().allMatch(Parsed.Accepted.class::isInstance);
        count += parsed.size();
      }
    }
    assertThat(count).isEqualTo(10);
  }

  @Test
  void csv_files_as_found_are_read_to_the_last_row_by_a_guess() {
    Map<String, Integer> rows = new TreeMap<>();
    for (Path file : SharedData.files("febrl", ".csv")) {
      String text = new String(SharedData.bytes(file), StandardCharsets.UTF_8);
      CsvMapping guess = CsvMapping.guess(CsvIntake.header(new StringReader(text)), "febrl");
      List<Parsed> parsed = CsvIntake.of(guess).rows(new StringReader(text), NOW).toList();
      assertThat(parsed).as("%s", file).allMatch(Parsed.Accepted.class::isInstance);
      rows.put(String.valueOf(file.getFileName()), parsed.size());
    }

    assertThat(rows)
        .containsEntry("dataset1.csv", 1000)
        .containsEntry("dataset2.csv", 5000)
        .containsEntry("dataset3.csv", 5000);
  }

  private List<Event> events(String body) {
    return intake.parse(body, NOW).stream().map(Reading::event).toList();
  }

  /** A captured request is an object with method, path, headers and body. */
  private static String body(Path file) {
    Object request = JsonTree.read(new String(SharedData.bytes(file), StandardCharsets.UTF_8));
    return JsonTree.write(Fields.asObject(request).orElseThrow().get("body"));
  }

  private static String nameOf(Path file) {
    return file.getName(file.getNameCount() - 2) + "/" + file.getFileName();
  }
}

package io.customerhub.examples.quickstart;

import io.customerhub.intake.CsvMapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to read, and at which time.
 *
 * @param feeds what can be read, in order
 * @param deals the deals
 * @param unreadable what cannot be read, each with the reason
 * @param guesses the mappings that were guessed, by file
 * @param segments texts by name
 * @param clock the time to run at
 */
record Plan(
    List<Feed> feeds,
    Optional<Input> deals,
    List<Loaded> unreadable,
    Map<String, CsvMapping> guesses,
    Map<String, String> segments,
    Clock clock) {

  /** A little after the last event of the sample, so that every run of it prints the same. */
  static final Instant SAMPLE_TIME = Instant.parse("2026-11-22T12:00:00Z");

  static Plan sample(Map<String, String> segments) throws IOException {
    return new Plan(
        List.of(
            new Feed.Lines(Input.sample("shop-events.jsonl"), "shop"),
            sampleRows("loyalty-cards"),
            sampleRows("support-mailbox")),
        Optional.of(Input.sample("deals.csv")),
        List.of(),
        Map.of(),
        segments.isEmpty() ? sampleSegments() : segments,
        Clock.fixed(SAMPLE_TIME, ZoneOffset.UTC));
  }

  /** Finds out how to read the user's files; what cannot be read is kept with the reason. */
  static Plan of(Options options) {
    Plan plan =
        new Plan(
            new ArrayList<>(),
            options.deals().map(Input::of),
            new ArrayList<>(),
            new LinkedHashMap<>(),
            options.segments(),
            Clock.systemUTC());
    options.events().forEach(file -> plan.events(file, options));
    options.tables().forEach(table -> plan.table(table, options.csvs()));
    return plan;
  }

  /** Makes a feed of an input. */
  private interface Reading {
    Feed feed(Input input) throws IOException;
  }

  private void events(Path file, Options options) {
    String source = options.source().orElseGet(() -> SourceNames.of(file, options.events()));
    add(
        Input.of(file, SourceNames.label(file, options.events())),
        input -> EventFile.feed(input, source));
  }

  private void table(Options.Table table, List<Path> all) {
    add(Input.of(table.file(), SourceNames.label(table.file(), all)), in -> rows(in, table, all));
  }

  private void add(Input input, Reading reading) {
    try {
      feeds.add(reading.feed(input));
    } catch (IOException e) {
      unreadable.add(Loaded.unreadable(input.name(), Failures.text(e)));
    }
  }

  private Feed rows(Input input, Options.Table table, List<Path> all) throws IOException {
    if (table.map().isPresent()) {
      return new Feed.Rows(input, mapping(Input.of(table.map().get())));
    }
    CsvMapping guess = CsvFile.guess(input, SourceNames.of(table.file(), all));
    guesses.put(input.name(), guess);
    return new Feed.Rows(input, guess);
  }

  private static Feed sampleRows(String name) throws IOException {
    return new Feed.Rows(Input.sample(name + ".csv"), mapping(Input.sample(name + ".map.json")));
  }

  private static CsvMapping mapping(Input map) throws IOException {
    try (InputStream in = map.open()) {
      return CsvMapping.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IOException("its mapping " + map.name() + " is not one: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IOException("its mapping " + map.name() + ": " + Failures.text(e), e);
    }
  }

  private static Map<String, String> sampleSegments() {
    Map<String, String> segments = new LinkedHashMap<>();
    segments.put("loyal customers", "did \"Order Completed\" at least 2 times in last 180 days");
    segments.put(
        "lapsed customers",
        "did \"Order Completed\" and did not \"Order Completed\" in last 180 days");
    return segments;
  }
}

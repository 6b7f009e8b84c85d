package io.customerhub.examples.quickstart;

import io.customerhub.CustomerHub;
import io.customerhub.engine.IngestReport;
import io.customerhub.intake.CsvIntake;
import io.customerhub.intake.CsvMapping;
import io.customerhub.intake.EventJson;
import io.customerhub.intake.Parsed;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An input together with how it becomes events. */
interface Feed {

  /** Returns what is read. */
  Input input();

  /** Returns the source that its events are said by. */
  String source();

  /** Returns what its items are called. */
  String unit();

  /** Reads it without keeping anything. */
  Stream<Parsed> parse(InputStream in, Instant now);

  /** Hands it to a hub. */
  IngestReport ingest(CustomerHub hub, InputStream in, Consumer<IngestReport> progress);

  /** Events, one JSON document to a line. */
  record Lines(Input input, String source) implements Feed {
    @Override
    public String unit() {
      return "events";
    }

    @Override
    public Stream<Parsed> parse(InputStream in, Instant now) {
      return EventJson.source(source).lines(in, now);
    }

    @Override
    public IngestReport ingest(CustomerHub hub, InputStream in, Consumer<IngestReport> progress) {
      return hub.ingestJsonLines(source, in, progress);
    }
  }

  /** Events in one JSON document, read already. */
  record Document(Input input, String source, String text) implements Feed {
    @Override
    public String unit() {
      return "events";
    }

    @Override
    public Stream<Parsed> parse(InputStream in, Instant now) {
      return EventJson.source(source).parse(text, now).stream();
    }

    @Override
    public IngestReport ingest(CustomerHub hub, InputStream in, Consumer<IngestReport> progress) {
      return hub.ingestJson(source, text);
    }
  }

  /** Rows of a CSV file. */
  record Rows(Input input, CsvMapping mapping) implements Feed {
    @Override
    public String source() {
      return mapping.sourceName();
    }

    @Override
    public String unit() {
      return "rows";
    }

    @Override
    public Stream<Parsed> parse(InputStream in, Instant now) {
      return CsvIntake.of(mapping).rows(in, now);
    }

    @Override
    public IngestReport ingest(CustomerHub hub, InputStream in, Consumer<IngestReport> progress) {
      return hub.ingestCsv(mapping, in, progress);
    }
  }
}

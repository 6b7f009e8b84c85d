package io.customerhub.examples.benchmarks.segments;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.segment.SegmentJson;
import io.customerhub.segment.SegmentText;
import io.customerhub.spi.SegmentDefinition;
import io.customerhub.spi.Storage;
import java.time.Instant;
import java.util.Locale;

/**
 * One attribute of a person changes while so many segments are defined, of which ten mention it and
 * flip: the whole way of the event, into memory.
 */
final class ManySegments {

  private static final int TOUCHED = 10;
  private static final int PEOPLE = 100;

  private ManySegments() {}

  /** Returns the microseconds of one change. */
  static double microseconds(int segments, int calls) {
    try (Storage storage = MemoryStorage.create()) {
      define(storage, segments);
      CustomerEngine engine = Engines.over(storage);
      engine.segments().define("last", "trait.level > 5");
      return Clocked.median(calls, i -> change(engine, i));
    }
  }

  /** A person's level goes up and down over all borders in turns. */
  private static void change(CustomerEngine engine, int i) {
    int level = i / PEOPLE % 2 == 0 ? 100 : -100;
    engine.ingest(
        Event.identify()
            .source("shop")
            .identifier(Identifier.userId("u" + i % PEOPLE))
            .trait("level", level));
  }

  private static void define(Storage storage, int segments) {
    storage.inTransaction(
        tx -> {
          for (int i = 0; i < segments - 1; i++) {
            String trait = i < TOUCHED - 1 ? "level" : "trait" + i;
            String text =
                String.format(
                    Locale.ROOT,
                    "trait.%s > %d and trait.country != \"X\" or did \"Event %d\" in last 7 days",
                    trait,
                    i % 10,
                    i);
            String json = SegmentJson.write(SegmentText.parse(text));
            tx.segments().insert(new SegmentDefinition("s" + i, json, Instant.EPOCH, 0));
          }
          return segments;
        });
  }
}

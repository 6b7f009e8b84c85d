package io.customerhub.examples.benchmarks.segments;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.event.Identifier;
import io.customerhub.memory.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/**
 * One event of somebody who has very many of the name, over the last two years, in memory. Half of
 * the events come late, by up to three months: else all would be of today.
 */
final class LongHistory {

  private static final Duration SPAN = Duration.ofDays(730);

  private final CustomerEngine engine = Engines.over(MemoryStorage.create());

  LongHistory(int events) {
    Instant now = Instant.now();
    engine.ingestAll(
        IntStream.range(0, events)
            .mapToObj(
                i ->
                    order()
                        .at(now.minus(SPAN.multipliedBy(i).dividedBy(events)))
                        .build(now, "m" + i))
            .iterator(),
        report -> {});
  }

  /** Returns the microseconds of one event while one condition is defined; empty for none. */
  double microseconds(String condition, int calls) {
    if (condition.isEmpty()) {
      return Clocked.median(calls, this::ingest);
    }
    engine.segments().define("measured", condition);
    double time = Clocked.median(calls, this::ingest);
    engine.segments().remove("measured");
    return time;
  }

  private void ingest(int i) {
    Duration late = Duration.ofHours(i % 2 == 0 ? 0 : i % 2_160);
    engine.ingest(order().at(Instant.now().minus(late)));
  }

  private static EventBuilder order() {
    return Event.track("Order Completed")
        .source("shop")
        .identifier(Identifier.userId("ada"))
        .property("revenue", 19.9);
  }
}

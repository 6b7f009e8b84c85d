package io.customerhub.examples.benchmarks.ingest;

import static io.customerhub.segment.Conditions.event;

import io.customerhub.CustomerHub;
import io.customerhub.engine.IngestReport;
import io.customerhub.event.Event;
import io.customerhub.spi.Storage;
import java.util.List;

/** This library. */
final class Hub implements Contender {

  private final CustomerHub hub;

  /**
   * Creates one.
   *
   * @param segments how many are defined; each asks for an event that never comes
   */
  Hub(Storage storage, int segments) {
    hub = CustomerHub.builder().storage(storage).build();
    for (int i = 0; i < segments; i++) {
      hub.segments().define("segment" + i, event("Event " + i).atLeast(2));
    }
  }

  @Override
  public void take(List<Event> events) {
    IngestReport report = hub.ingestAll(events);
    if (report.accepted() != events.size()) {
      throw new IllegalStateException("not all was accepted: " + report);
    }
  }

  @Override
  public void close() {
    hub.close();
  }
}

package io.customerhub.examples.benchmarks.ingest;

import io.customerhub.event.Event;
import java.util.List;

/** Who takes events in. */
interface Contender extends AutoCloseable {

  /** Takes events; when this returns, they are committed. */
  void take(List<Event> events);

  @Override
  void close();
}

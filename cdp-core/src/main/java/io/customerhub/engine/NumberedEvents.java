package io.customerhub.engine;

import io.customerhub.event.Event;
import io.customerhub.intake.Parsed;
import java.util.Iterator;

/** Names where events stand, as an intake does. */
final class NumberedEvents implements Iterator<Parsed> {

  private final Iterator<? extends Event> events;
  private long next;

  NumberedEvents(Iterator<? extends Event> events) {
    this.events = events;
  }

  @Override
  public boolean hasNext() {
    return events.hasNext();
  }

  @Override
  public Parsed next() {
    return new Parsed.Accepted(events.next(), "events[" + next++ + "]");
  }
}

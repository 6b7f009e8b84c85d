package io.customerhub.examples.benchmarks.latency;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.examples.benchmarks.people.Population;
import io.customerhub.examples.benchmarks.people.Row;

/** Turns rows into events. */
final class Records {

  private Records() {}

  static EventBuilder event(Row row) {
    EventBuilder event = Event.identify().source(value(row, "source"));
    for (int i = 0; i < Population.COLUMNS.size(); i++) {
      String value = row.values().get(i);
      if (!value.isEmpty()) {
        add(event, Population.COLUMNS.get(i), value);
      }
    }
    return event;
  }

  private static void add(EventBuilder event, String column, String value) {
    switch (column) {
      case "source" -> {}
      case "email" -> event.email(value);
      case "phone" -> event.phone(value);
      case "loyalty_card" -> event.loyaltyCard(value);
      default -> event.trait(column, value);
    }
  }

  private static String value(Row row, String column) {
    return row.values().get(Population.COLUMNS.indexOf(column));
  }
}

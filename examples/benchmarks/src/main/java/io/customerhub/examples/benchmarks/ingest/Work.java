package io.customerhub.examples.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.customerhub.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Made-up events. Each is known by three identifiers. */
enum Work {
  /** Every event is about somebody new: a profile, three identifiers and an event to write. */
  NEW_PEOPLE("new people"),
  /**
   * Every event is about one of a thousand who are known: an event to write, a profile to change.
   */
  KNOWN_PEOPLE("known people");

  /** How many people are known. */
  static final int KNOWN = 1_000;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final String title;

  Work(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Returns the events of one round; no two rounds have one in common. */
  List<Event> events(int round, int count) {
    return IntStream.range(0, count).mapToObj(i -> event(round, i)).toList();
  }

  private Event event(int round, int i) {
    String person = this == NEW_PEOPLE ? name() + round + "-" + i : name() + i % KNOWN;
    return Event.track(i % 10 == 0 ? "Order Completed" : "Page Viewed")
        .source("shop")
        .messageId(name() + round + "-" + i)
        .userId("u" + person)
        .anonymousId("a" + person)
        .email(mailbox(person) + "@example.com")
        .property("page", "/products/" + i % 97)
        .property("revenue", i % 50)
        .at(START.plusSeconds(60L * i + round))
        .build();
  }

  /** No two resemble each other. */
  private static String mailbox(String person) {
    return UUID.nameUUIDFromBytes(person.getBytes(UTF_8)).toString().substring(0, 13);
  }
}

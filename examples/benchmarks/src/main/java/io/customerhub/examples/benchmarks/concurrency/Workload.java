package io.customerhub.examples.benchmarks.concurrency;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Made-up events that writers deliver at the same time; identifiers alone say who is who. */
enum Workload {
  /** Five events about each person, on two browsers. */
  MANY_PEOPLE("many people") {
    @Override
    EventBuilder about(EventBuilder event, int i) {
      int person = i / 5;
      return event.userId("user-" + person).anonymousId("visit-" + person + "-" + i % 2);
    }
  },
  /** All events are about one person, on twenty browsers. */
  ONE_HOT_PERSON("one hot person") {
    @Override
    EventBuilder about(EventBuilder event, int i) {
      return event.userId("hot").anonymousId("visit-" + i % 20);
    }
  },
  /** Browsers that are seen once each, and once more together with the next: rings of eight. */
  MERGE_STORM("merge storm") {
    @Override
    EventBuilder about(EventBuilder event, int i) {
      int ring = i / 16;
      int browser = i / 2 % 8;
      EventBuilder one = event.anonymousId(browser(ring, browser));
      return i % 2 == 0 ? one : one.anonymousId(browser(ring, browser + 1));
    }
  };

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Every so many events, one is delivered a second time, by another writer. */
  private static final int AGAIN = 10;

  private final String title;

  Workload(String title) {
    this.title = title;
  }

  /** Not by numbers alone: that would be taken for a placeholder. */
  private static String browser(int ring, int number) {
    return "browser-" + ring + "-" + number % 8;
  }

  abstract EventBuilder about(EventBuilder event, int i);

  String title() {
    return title;
  }

  /** Returns every event once, in an order of chance. */
  List<Event> events(int count) {
    List<Event> events = new ArrayList<>(IntStream.range(0, count).mapToObj(this::event).toList());
    Collections.shuffle(events, new Random(count));
    return events;
  }

  /** Returns what one of several writers delivers: its part, and some of its neighbour's. */
  List<Event> share(int count, int writer, int writers) {
    List<Event> all = events(count);
    List<Event> share = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean again = i % AGAIN == 0 && (i + 1) % writers == writer;
      if (i % writers == writer || again) {
        share.add(all.get(i));
      }
    }
    return share;
  }

  private Event event(int i) {
    EventBuilder event = i % 3 == 0 ? Event.identify() : Event.track("Order Completed");
    return about(event, i)
        .source("shop")
        .messageId(name() + i)
        .trait("plan", i)
        .at(START.plusSeconds(i))
        .build();
  }
}

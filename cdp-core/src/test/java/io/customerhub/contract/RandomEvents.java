package io.customerhub.contract;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random event sequences about a few people whose keys overlap: shared phones, cookies that change
 * hands, names with typos, late and early times. The same seed gives the same events.
 */
public final class RandomEvents {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String[] GIVEN = {"Ada", "Grace", "Alan", "Edsger", "Barbara", "Alna"};
  private static final String[] SURNAMES = {"Lovelace", "Hopper", "Turing", "Dijkstra", "Liskov"};
  private static final String[] NAMES = {"Order Completed", "Product Viewed", "Signed Up"};

  private final Random random;
  private final int people;
  private boolean named = true;
  private int next;

  public RandomEvents(long seed, int people) {
    this.random = new Random(seed);
    this.people = people;
  }

  /** Leaves out names and birth dates, so that only exact keys tie records. */
  public RandomEvents nameless() {
    named = false;
    return this;
  }

  public List<Event> take(int count) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(next());
    }
    return events;
  }

  public Event next() {
    int person = random.nextInt(people);
    EventBuilder event = random.nextInt(3) == 0 ? Event.identify() : Event.track(pick(NAMES));
    event.source(random.nextBoolean() ? "shop" : "pos").messageId("m" + next++);
    event.at(
        START.plusSeconds(random.nextInt(300 * 86_400)).plusNanos(1_000L * random.nextInt(999)));
    keys(event, person);
    traits(event, person);
    if (random.nextInt(3) == 0) {
      event.property("revenue", random.nextInt(100) + 0.5);
    }
    return event.build();
  }

  private void keys(EventBuilder event, int person) {
    if (random.nextInt(2) == 0) {
      event.anonymousId("cookie-" + random.nextInt(people * 3));
    }
    if (random.nextInt(4) == 0) {
      event.userId("user-" + person);
    }
    if (random.nextInt(4) == 0) {
      event.email("person" + person + "@example.com");
    }
    if (random.nextInt(4) == 0) {
      event.phone("+8491234567" + (person / 2) % 10);
    }
  }

  private void traits(EventBuilder event, int person) {
    if (named && random.nextInt(3) == 0) {
      event.trait("given_name", GIVEN[person % GIVEN.length]);
      event.trait("surname", SURNAMES[person % SURNAMES.length]);
    }
    if (random.nextInt(5) == 0) {
      event.trait("city", random.nextBoolean() ? "London" : "Hanoi");
    }
    if (named && random.nextInt(5) == 0) {
      event.trait("birth_date", "19" + (50 + person) + "-03-0" + (1 + person % 9));
    }
  }

  private String pick(String[] values) {
    return values[random.nextInt(values.length)];
  }
}

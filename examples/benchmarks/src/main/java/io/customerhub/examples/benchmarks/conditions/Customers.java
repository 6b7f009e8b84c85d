package io.customerhub.examples.benchmarks.conditions;

import io.customerhub.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Made-up customers, of whom about half satisfy the condition, and most of the others fail at one
 * part of it only: so that no contender gets away with a look at the first part.
 */
final class Customers {

  /** When the condition is judged. */
  static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  /** The name of the events that are counted. */
  static final String ORDER = "Order Completed";

  private static final int ORDERS = 10;

  private final Random random;

  private Customers(long seed) {
    this.random = new Random(seed);
  }

  static List<Customer> of(int number, long seed) {
    Customers customers = new Customers(seed);
    return IntStream.range(0, number).mapToObj(i -> customers.next()).toList();
  }

  private Customer next() {
    int failing = random.nextInt(18);
    Map<String, Object> traits =
        Event.identify()
            .trait("country", failing == 0 ? "FR" : pick("VN", "TH", "DE"))
            .trait("plan", failing == 1 ? "free" : "pro")
            .trait("age", failing == 2 ? 70 : 18 + random.nextInt(48))
            .trait("city", failing == 3 ? "London" : pick("Hanoi", "Bangkok", "Berlin"))
            .trait("score", failing == 4 ? 12.5 : 50 + random.nextInt(500) / 10.0)
            .trait("newsletter", failing != 5)
            .trait("name", failing == 6 ? "Bao Tran" : "Anh Nguyen")
            .trait(failing == 7 ? "mail" : "email", "someone@example.com")
            .build(NOW, "t")
            .traits();
    return new Customer(traits, Map.of(ORDER, orders(failing == 8 ? 1 : ORDERS)));
  }

  private List<Event> orders(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> order(i, number == 1 ? 0 : random.nextInt(200)))
        .sorted(Comparator.comparing(Event::time))
        .toList();
  }

  private Event order(int i, int daysAgo) {
    return Event.track(ORDER)
        .property("revenue", random.nextInt(20_000) / 100.0)
        .at(NOW.minus(daysAgo, ChronoUnit.DAYS).minus(1 + i, ChronoUnit.HOURS))
        .messageId("m" + i)
        .build();
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }
}

package io.customerhub.examples.benchmarks.conditions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A customer as maps and lists of texts, truths and numbers that are doubles or longs. */
final class PlainForm {

  private PlainForm() {}

  /** Returns traits {@code t}, {@code orders}, {@code now}, and {@code from} 90 days before. */
  static Map<String, Object> of(Customer customer) {
    List<Map<String, Object>> orders =
        customer.events().getOrDefault(Customers.ORDER, List.of()).stream()
            .map(
                order -> {
                  Map<String, Object> plain = plain(order.properties());
                  plain.put("time", micros(order.time()));
                  return plain;
                })
            .toList();
    return Map.of(
        "t",
        plain(customer.traits()),
        "orders",
        orders,
        "from",
        micros(Customers.NOW.minus(90, ChronoUnit.DAYS)),
        "now",
        micros(Customers.NOW));
  }

  private static Map<String, Object> plain(Map<String, Object> values) {
    Map<String, Object> plain = new HashMap<>();
    values.forEach(
        (name, value) ->
            plain.put(name, value instanceof BigDecimal number ? number.doubleValue() : value));
    return plain;
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}

package io.customerhub.examples.benchmarks.conditions;

import io.customerhub.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/** What a developer would write for this one condition. */
final class ByHand {

  private static final Set<String> COUNTRIES = Set.of("VN", "TH", "DE");
  private static final BigDecimal ADULT = BigDecimal.valueOf(18);
  private static final BigDecimal RETIRED = BigDecimal.valueOf(65);
  private static final BigDecimal FIFTY = BigDecimal.valueOf(50);

  private ByHand() {}

  static Question of(Customer customer) {
    return () -> holds(customer, Customers.NOW);
  }

  private static boolean holds(Customer customer, Instant now) {
    Map<String, Object> traits = customer.traits();
    return traits.get("country") instanceof String country
        && COUNTRIES.contains(country)
        && "pro".equals(traits.get("plan"))
        && traits.get("age") instanceof BigDecimal age
        && age.compareTo(ADULT) >= 0
        && age.compareTo(RETIRED) <= 0
        && traits.get("email") != null
        && !"London".equals(traits.get("city"))
        && traits.get("score") instanceof BigDecimal score
        && score.compareTo(FIFTY) >= 0
        && Boolean.TRUE.equals(traits.get("newsletter"))
        && traits.get("name") instanceof String name
        && name.startsWith("A")
        && hasOrdered(customer, now);
  }

  private static boolean hasOrdered(Customer customer, Instant now) {
    int orders = 0;
    for (Event order : customer.events(Customers.ORDER, now.minus(90, ChronoUnit.DAYS), now)) {
      if (order.properties().get("revenue") instanceof BigDecimal revenue
          && revenue.compareTo(FIFTY) >= 0
          && ++orders >= 2) {
        return true;
      }
    }
    return false;
  }
}

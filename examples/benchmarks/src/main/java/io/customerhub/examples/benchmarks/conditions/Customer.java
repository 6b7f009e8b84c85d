package io.customerhub.examples.benchmarks.conditions;

import io.customerhub.event.Event;
import io.customerhub.segment.Calculation;
import io.customerhub.segment.Fact;
import io.customerhub.segment.Facts;
import io.customerhub.segment.Forecast;
import io.customerhub.segment.RfmCondition;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a customer, in memory.
 *
 * @param traits by name
 * @param events by name, oldest first
 */
record Customer(Map<String, Object> traits, Map<String, List<Event>> events) implements Facts {

  @Override
  public Optional<Object> trait(String name) {
    return Optional.ofNullable(traits.get(name));
  }

  @Override
  public List<Event> events(String name, Instant from, Instant to) {
    List<Event> all = events.getOrDefault(name, List.of());
    return all.subList(first(all, from), first(all, to));
  }

  private static int first(List<Event> events, Instant from) {
    int low = 0;
    int high = events.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events.get(middle).time().isBefore(from)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public Optional<Calculation> computed(String trait) {
    return Optional.empty();
  }

  @Override
  public List<Fact> records(String kind) {
    return List.of();
  }

  @Override
  public String key() {
    return "customer";
  }

  @Override
  public Set<String> namespaces() {
    return Set.of();
  }

  @Override
  public Optional<Instant> lastMerge() {
    return Optional.empty();
  }

  @Override
  public NavigableMap<Instant, Object> history(String trait) {
    return Collections.emptyNavigableMap();
  }

  @Override
  public Optional<Boolean> consent(String purpose, String channel) {
    return Optional.empty();
  }

  @Override
  public Optional<Integer> rfm(RfmCondition.Part part) {
    return Optional.empty();
  }

  @Override
  public Optional<Forecast> forecast() {
    return Optional.empty();
  }

  @Override
  public NavigableMap<Instant, Boolean> membership(String segment) {
    return Collections.emptyNavigableMap();
  }

  @Override
  public boolean inSegment(String segment) {
    return false;
  }

  /** Returns nothing of the customer. */
  @Override
  public String toString() {
    return "Customer";
  }
}

package io.customerhub.segment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The traits of a person, told by sources or computed. Not thread-safe. */
final class Traits {

  private final FactReader reader;
  private final Instant now;
  private final Map<String, Optional<Calculator>> computed = new HashMap<>();

  Traits(FactReader reader, Instant now) {
    this.reader = reader;
    this.now = now;
  }

  boolean isComputed(String name) {
    return reader.facts().computed(name).isPresent();
  }

  /** Returns the value of a trait at an instant from now on; null if there is none. */
  @Nullable Object value(String name, Instant at) {
    Calculator calculator = calculator(name);
    return calculator == null ? reader.facts().trait(name).orElse(null) : calculator.value(at);
  }

  /** Returns an instant after this one before which the value stays; null if it does for ever. */
  @Nullable Instant changes(String name, Instant at) {
    Calculator calculator = calculator(name);
    return calculator == null ? null : calculator.after(at);
  }

  /** Not by computeIfAbsent: one calculation may look at the trait that another one gives. */
  private @Nullable Calculator calculator(String name) {
    Optional<Calculator> known = computed.get(name);
    if (known == null) {
      known = reader.facts().computed(name).map(how -> new Calculator(how, reader, now));
      computed.put(name, known);
    }
    return known.orElse(null);
  }
}

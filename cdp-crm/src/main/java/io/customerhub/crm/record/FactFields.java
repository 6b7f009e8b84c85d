package io.customerhub.crm.record;

import io.customerhub.event.Values;
import io.customerhub.segment.Fact;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects what conditions see of a record, in the form that they compare. Not thread-safe. */
public final class FactFields {

  private final Map<String, Object> fields = new TreeMap<>();

  private FactFields() {}

  /** Starts without any field. */
  public static FactFields create() {
    return new FactFields();
  }

  /** Adds a field; one whose value is an empty {@link Optional} is left out. */
  public FactFields put(String name, Object value) {
    if (value instanceof Optional<?> maybe) {
      maybe.ifPresent(there -> put(name, there));
    } else if (value instanceof Enum<?> constant) {
      fields.put(name, constant.name().toLowerCase(Locale.ROOT));
    } else {
      fields.put(name, Values.canonical(name, value));
    }
    return this;
  }

  /** Returns the fact with these fields. */
  public Fact at(Instant time) {
    return new Fact(time, Map.copyOf(fields));
  }
}

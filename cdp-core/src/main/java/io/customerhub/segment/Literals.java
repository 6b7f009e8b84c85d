package io.customerhub.segment;

import io.customerhub.event.InvalidEventException;
import io.customerhub.event.Limits;
import io.customerhub.event.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Checks of the names and values that the author of a condition writes. */
final class Literals {

  private Literals() {}

  static String name(String what, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of a " + what + " is blank");
    }
    return checked(() -> Values.text(what, name, Limits.NAME_LENGTH));
  }

  /** Returns the value as text in NFC, number or boolean. */
  static Object scalar(Object value) {
    Object kept = checked(() -> Values.canonical("value", value));
    if (kept instanceof List || kept instanceof Map) {
      throw new IllegalArgumentException(
          "expected text, a number or a boolean, found a list or map");
    }
    return kept instanceof String text ? Comparison.normalized(text) : kept;
  }

  static Object ordered(Object value) {
    if (value instanceof Boolean) {
      throw new IllegalArgumentException("a boolean is neither less nor greater than another");
    }
    return value;
  }

  static Object textIf(boolean ignoringCase, Object value) {
    if (ignoringCase && !(value instanceof String)) {
      throw new IllegalArgumentException("ignoring case needs text, found a " + typeOf(value));
    }
    return value;
  }

  static String typeOf(Object value) {
    if (value instanceof String) {
      return "text";
    }
    if (value instanceof Number) {
      return "number";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    return value instanceof List ? "list" : "map";
  }

  static boolean comparesNumbers(ValueTest test) {
    if (test instanceof ValueTest.Not not) {
      return comparesNumbers(not.test());
    }
    if (test instanceof ValueTest.Compare compare) {
      return compare.value() instanceof BigDecimal;
    }
    return test instanceof ValueTest.Between between && between.low() instanceof BigDecimal;
  }

  private static <T> T checked(java.util.function.Supplier<T> check) {
    try {
      return check.get();
    } catch (InvalidEventException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}

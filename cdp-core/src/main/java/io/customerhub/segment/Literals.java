package io.customerhub.segment;

import io.customerhub.event.InvalidEventException;
import io.customerhub.event.Limits;
import io.customerhub.event.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks of the names and values that the author of a condition writes. */
final class Literals {

  private Literals() {}

  static String name(String what, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of a " + what + " is blank");
    }
    return checked(() -> Values.text(what, name, Limits.NAME_LENGTH));
  }

  static String namespace(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the namespace of an identifier is blank");
    }
    return checked(() -> Values.text("namespace", name, Limits.NAMESPACE_LENGTH));
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

  static Object foldable(Folding folding, Object value) {
    if (folding != Folding.EXACT && !(value instanceof String)) {
      throw new IllegalArgumentException(
          (folding.ignoresCase() ? "ignoring case" : "ignoring accents")
              + " needs text, found a "
              + typeOf(value));
    }
    return value;
  }

  /** Returns values in their kept form, in the order given. */
  static Set<Object> scalars(String word, Collection<?> given, Folding folding) {
    if (given.isEmpty() || given.size() > SegmentLimits.VALUES) {
      throw new IllegalArgumentException(
          word + " needs 1 to " + SegmentLimits.VALUES + " values, found: " + given.size());
    }
    Set<Object> kept = new LinkedHashSet<>();
    for (Object value : given) {
      kept.add(foldable(folding, scalar(value)));
    }
    return Collections.unmodifiableSet(kept);
  }

  static String pattern(String word, String pattern) {
    if (pattern.length() > SegmentLimits.PATTERN_LENGTH) {
      throw new IllegalArgumentException(
          word
              + " takes at most "
              + SegmentLimits.PATTERN_LENGTH
              + " characters, found: "
              + pattern.length());
    }
    return pattern;
  }

  static void date(Temporal date) {
    boolean known =
        date instanceof LocalDate day
            ? day.getYear() >= 1 && day.getYear() <= 9999
            : date instanceof Instant instant
                && !instant.isBefore(Timeline.BEGINNING)
                && instant.isBefore(Timeline.END);
    if (!known) {
      throw new IllegalArgumentException(
          "expected a day or an instant in the years 1 to 9999, found: " + date);
    }
  }

  static BigDecimal decimal(String what, BigDecimal value, int least, int most) {
    if (value.compareTo(BigDecimal.valueOf(least)) < 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new IllegalArgumentException(what + " is from " + least + " to " + most);
    }
    return (BigDecimal) scalar(value);
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

  static void numberTest(ValueTest test) {
    if (!comparesNumbers(test)) {
      throw new IllegalArgumentException("expected a comparison with a number, found: " + test);
    }
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

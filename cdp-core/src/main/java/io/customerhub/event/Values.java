package io.customerhub.event;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings any Java value to the canonical form in which traits and properties are kept.
 *
 * <table>
 * <caption>What becomes what</caption>
 * <tr><th>given</th><th>kept as</th></tr>
 * <tr><td>text, character, enum, UUID</td><td>{@link String}</td></tr>
 * <tr><td>any number</td><td>{@link BigDecimal} without trailing zeros (1, 1.0 and 1e0 are equal)</td></tr>
 * <tr><td>boolean</td><td>{@link Boolean}</td></tr>
 * <tr><td>a date or time of {@code java.time}, {@link Date}</td><td>{@link String} in ISO 8601</td></tr>
 * <tr><td>collection, array of objects</td><td>unmodifiable {@link List}</td></tr>
 * <tr><td>map</td><td>unmodifiable {@link Map} sorted by key; null values left out</td></tr>
 * </table>
 */
public final class Values {

  private Values() {}

  /**
   * Returns the canonical form of a map of properties or traits.
   *
   * @param field what to call the map in error messages, such as {@code properties}
   * @throws InvalidEventException if a name or value is beyond {@link Limits}, of an unknown type,
   *     not finite, or not valid Unicode
   */
  public static Map<String, Object> canonicalMap(String field, Map<String, ?> given) {
    return map(field, given, 0, new int[1]);
  }

  /**
   * Returns the canonical form of one value.
   *
   * @throws InvalidEventException as {@link #canonicalMap}
   * @throws NullPointerException if the value is null
   */
  public static Object canonical(String field, Object given) {
    Object value = convert(field, given, 0, new int[1]);
    if (value == null) {
      throw new NullPointerException(field);
    }
    return value;
  }

  /**
   * Returns a text unchanged after checking that every store can keep it.
   *
   * @throws InvalidEventException if it is longer than {@code limit}, holds U+0000, or half of a
   *     surrogate pair
   */
  public static String text(String field, String given, int limit) {
    if (given.length() > limit) {
      throw new InvalidEventException(
          ReasonCode.TOO_LONG, field, "length " + given.length() + ", at most " + limit);
    }
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      if (c == 0) {
        throw new InvalidEventException(ReasonCode.NUL_CHAR, field, "U+0000 at index " + i);
      }
      if (Character.isSurrogate(c)) {
        i = pairEnd(field, given, i);
      }
    }
    return given;
  }

  /**
   * Returns a number without trailing zeros after checking its size.
   *
   * @throws InvalidEventException if it has more than {@value Limits#NUMBER_DIGITS} digits before
   *     or after the point
   */
  public static BigDecimal number(String field, BigDecimal given) {
    if (given.signum() == 0) {
      return BigDecimal.ZERO;
    }
    long before = (long) given.precision() - given.scale();
    if (given.precision() > Limits.NUMBER_DIGITS
        || before > Limits.NUMBER_DIGITS
        || given.scale() > Limits.NUMBER_DIGITS) {
      throw new InvalidEventException(
          ReasonCode.NUMBER_RANGE, field, "at most " + Limits.NUMBER_DIGITS + " digits");
    }
    BigDecimal stripped = given.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static int pairEnd(String field, String given, int i) {
    boolean pair =
        Character.isHighSurrogate(given.charAt(i))
            && i + 1 < given.length()
            && Character.isLowSurrogate(given.charAt(i + 1));
    if (!pair) {
      throw new InvalidEventException(
          ReasonCode.LONE_SURROGATE, field, "half a surrogate pair at index " + i);
    }
    return i + 1;
  }

  private static @Nullable Object convert(
      String field, @Nullable Object given, int depth, int[] count) {
    if (given == null) {
      return null;
    }
    if (given instanceof CharSequence || given instanceof Character || given instanceof Enum) {
      return text(field, given.toString(), Limits.TEXT_LENGTH);
    }
    if (given instanceof Boolean) {
      return given;
    }
    if (given instanceof Number number) {
      return number(field, decimal(field, number));
    }
    if (given instanceof Map<?, ?> map) {
      return map(field, map, depth + 1, count);
    }
    if (given instanceof Collection<?> list) {
      return list(field, list, depth + 1, count);
    }
    if (given instanceof Object[] array) {
      return list(field, java.util.Arrays.asList(array), depth + 1, count);
    }
    return other(field, given);
  }

  private static String other(String field, Object given) {
    if (given instanceof ZonedDateTime zoned) {
      return zoned.toOffsetDateTime().toString();
    }
    if (given instanceof Temporal || given instanceof UUID) {
      return given.toString();
    }
    if (given instanceof Date date) {
      return instant(date).toString();
    }
    throw new InvalidEventException(
        ReasonCode.TYPE_MISMATCH,
        field,
        "cannot keep a "
            + given.getClass().getName()
            + "; expected text, number, boolean, java.time value, list or map");
  }

  /** Not {@code toInstant}: the dates of JDBC refuse it. */
  @SuppressWarnings("JavaUtilDate")
  private static Instant instant(Date date) {
    return Instant.ofEpochMilli(date.getTime());
  }

  private static BigDecimal decimal(String field, Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (number instanceof Double || number instanceof Float) {
      return finite(field, number);
    }
    return parsed(field, number);
  }

  private static BigDecimal parsed(String field, Number number) {
    try {
      return new BigDecimal(number.toString());
    } catch (NumberFormatException e) {
      throw new InvalidEventException(
          ReasonCode.NUMBER_SYNTAX, field, "cannot read a " + number.getClass().getName());
    }
  }

  private static BigDecimal finite(String field, Number number) {
    if (!Double.isFinite(number.doubleValue())) {
      throw new InvalidEventException(ReasonCode.NUMBER_RANGE, field, "expected a finite number");
    }
    return new BigDecimal(number.toString());
  }

  private static Map<String, Object> map(String field, Map<?, ?> given, int depth, int[] count) {
    checkDepth(depth);
    Map<String, Object> kept = new TreeMap<>();
    given.forEach(
        (key, value) -> {
          String name = name(field, key);
          countOne(field, count);
          Object converted = convert(field + "." + shown(name), value, depth, count);
          if (converted != null) {
            kept.put(name, converted);
          }
        });
    return Collections.unmodifiableMap(kept);
  }

  /** Names are the host's, but some hosts use a person's e-mail address as one. */
  private static String shown(String name) {
    boolean plain =
        name.length() <= 64
            && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || " _-.$:".indexOf(c) >= 0);
    return plain ? name : Masking.mask(name);
  }

  private static List<Object> list(String field, Collection<?> given, int depth, int[] count) {
    checkDepth(depth);
    List<Object> kept = new ArrayList<>(Math.min(given.size(), Limits.ATTRIBUTES));
    for (Object value : given) {
      countOne(field, count);
      Object converted = convert(field + "[]", value, depth, count);
      if (converted != null) {
        kept.add(converted);
      }
    }
    return Collections.unmodifiableList(kept);
  }

  private static void countOne(String field, int[] count) {
    if (++count[0] > Limits.ATTRIBUTES) {
      throw new InvalidEventException(
          ReasonCode.TOO_MANY_ATTRIBUTES, field, "at most " + Limits.ATTRIBUTES + " values");
    }
  }

  private static void checkDepth(int depth) {
    if (depth > Limits.DEPTH) {
      throw new InvalidEventException(
          ReasonCode.JSON_TOO_DEEP, "value", "nested deeper than " + Limits.DEPTH);
    }
  }

  private static String name(String field, @Nullable Object key) {
    if (!(key instanceof String name) || name.isBlank() || name.length() > Limits.NAME_LENGTH) {
      throw new InvalidEventException(
          ReasonCode.ATTRIBUTE_NAME,
          field,
          "expected names of 1 to " + Limits.NAME_LENGTH + " characters");
    }
    return text(field, name, Limits.NAME_LENGTH);
  }
}

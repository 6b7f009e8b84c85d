package io.customerhub.intake;

import io.customerhub.event.Identifier;
import io.customerhub.event.InvalidEventException;
import io.customerhub.event.Limits;
import io.customerhub.event.ReasonCode;
import io.customerhub.event.Values;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Typed reading of the members of a JSON object, and the making of identifiers. */
final class Fields {

  private Fields() {}

  /**
   * Returns a member that has to be an object; empty if it is absent.
   *
   * @throws InvalidEventException TYPE_MISMATCH if it is something else
   */
  static Map<String, Object> object(Map<String, Object> parent, String name) {
    Object value = parent.get(name);
    // PHP cannot tell an empty map from an empty list, and its clients send the latter.
    if (value == null || (value instanceof List<?> list && list.isEmpty())) {
      return Map.of();
    }
    return asObject(value).orElseThrow(() -> mismatch(name, "an object"));
  }

  /** Returns a member if it is an object, else an empty one. */
  static Map<String, Object> objectOrEmpty(Map<String, Object> parent, String name) {
    return asObject(parent.get(name)).orElse(Map.of());
  }

  /** Returns the value if it is an object. */
  @SuppressWarnings("unchecked") // JsonTree makes no other maps
  static Optional<Map<String, Object>> asObject(@Nullable Object value) {
    return value instanceof Map ? Optional.of((Map<String, Object>) value) : Optional.empty();
  }

  /**
   * Returns a member that has to be a text; empty if it is absent.
   *
   * @throws InvalidEventException TYPE_MISMATCH if it is something else
   */
  static String text(Map<String, Object> parent, String name) {
    Object value = parent.getOrDefault(name, "");
    if (value instanceof String text) {
      return text;
    }
    throw mismatch(name, "a text");
  }

  /**
   * Returns an id as text; empty if it is absent. Clients send an empty text when nobody is logged
   * in, so that counts as absent; blanks do not.
   *
   * @throws InvalidEventException TYPE_MISMATCH unless it is a text or a whole number (identifiers
   *     such as 1.0 or 1e2 have gone through a spreadsheet: what they were is a guess);
   *     IDENTIFIER_EMPTY if it is blank; as {@link Values#text} beyond that
   */
  static String id(Map<String, Object> parent, String name, String path) {
    Object value = parent.getOrDefault(name, "");
    if (value instanceof Long || value instanceof BigInteger) {
      return value.toString();
    }
    if (!(value instanceof String text)) {
      throw mismatch(path, "a text or a whole number");
    }
    if (!text.isEmpty() && text.isBlank()) {
      throw new InvalidEventException(ReasonCode.IDENTIFIER_EMPTY, path, "expected a value");
    }
    return Values.text(path, text, Limits.IDENTIFIER_LENGTH);
  }

  /** Returns the name with all but lower-case letters, digits and _ replaced by _. */
  static String sanitised(String name, int limit) {
    StringBuilder out = new StringBuilder();
    for (char c : name.strip().toLowerCase(Locale.ROOT).toCharArray()) {
      boolean allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (allowed) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '_') {
        out.append('_');
      }
    }
    String kept = out.substring(0, Math.min(out.length(), limit));
    return kept.endsWith("_") ? kept.substring(0, kept.length() - 1) : kept;
  }

  static InvalidEventException mismatch(String path, String expected) {
    return new InvalidEventException(ReasonCode.TYPE_MISMATCH, path, "expected " + expected);
  }

  static InvalidEventException missing(String path) {
    return new InvalidEventException(ReasonCode.MISSING_FIELD, path, "expected a value");
  }

  /** Adds an identifier unless its value is empty. */
  static void add(List<Identifier> identifiers, String namespace, String value) {
    if (!value.isEmpty()) {
      identifiers.add(Identifier.of(namespace, value));
    }
  }
}

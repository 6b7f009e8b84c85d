package io.customerhub.segment;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One object of JSON on its way into a condition: knows its path, and which keys nobody has taken
 * yet. Not thread-safe.
 */
final class JsonObject {

  private final String path;
  private final JsonNode node;
  private final Set<String> left = new LinkedHashSet<>();

  JsonObject(String path, JsonNode node) {
    this.path = path;
    this.node = node;
    if (!node.isObject()) {
      throw error(path, "expected an object");
    }
    node.fieldNames().forEachRemaining(left::add);
  }

  boolean has(String key) {
    return node.has(key);
  }

  JsonNode take(String key) {
    JsonNode value = optional(key);
    if (value == null) {
      throw error(path, "expected the key \"" + key + "\"");
    }
    return value;
  }

  @Nullable JsonNode optional(String key) {
    left.remove(key);
    return node.get(key);
  }

  JsonObject object(String key) {
    return new JsonObject(at(key), take(key));
  }

  String text(String key) {
    JsonNode value = take(key);
    if (!value.isTextual()) {
      throw error(at(key), "expected text");
    }
    return value.textValue();
  }

  int integer(String key) {
    return integer(at(key), take(key));
  }

  boolean bool(String key) {
    JsonNode value = take(key);
    if (!value.isBoolean()) {
      throw error(at(key), "expected true or false");
    }
    return value.booleanValue();
  }

  void mustBeTrue(String key) {
    if (!bool(key)) {
      throw error(at(key), "expected true; for the opposite write \"not\"");
    }
  }

  BigDecimal decimal(String key) {
    JsonNode value = take(key);
    if (!value.isNumber()) {
      throw error(at(key), "expected a number");
    }
    return value.decimalValue();
  }

  Span span(String key) {
    try {
      return JsonSpan.read(text(key));
    } catch (IllegalArgumentException e) {
      throw new SegmentJsonException(at(key), String.valueOf(e.getMessage()), e);
    }
  }

  <E extends Enum<E>> E constant(String key, Class<E> type) {
    return JsonTests.constant(new Element(at(key), take(key)), type);
  }

  boolean isObject(String key) {
    return node.path(key).isObject();
  }

  /** Returns true if the key is there and true. */
  boolean flag(String key) {
    return has(key) && bool(key);
  }

  <T> List<T> list(String key, Function<Element, T> read) {
    JsonNode value = take(key);
    if (!value.isArray()) {
      throw error(at(key), "expected a list");
    }
    List<T> elements = new ArrayList<>();
    for (JsonNode element : value) {
      elements.add(read.apply(new Element(at(key) + "[" + elements.size() + "]", element)));
    }
    return elements;
  }

  /** Makes the part that the keys taken describe; keys left over are an error. */
  <T> T make(Supplier<T> part) {
    if (!left.isEmpty()) {
      throw error(at(left.iterator().next()), "unknown key here");
    }
    try {
      return part.get();
    } catch (IllegalArgumentException e) {
      throw new SegmentJsonException(path, String.valueOf(e.getMessage()), e);
    }
  }

  SegmentJsonException error(String message) {
    return error(path, message);
  }

  String at(String key) {
    return path + "." + key;
  }

  static int integer(String path, JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw error(path, "expected a whole number up to " + Integer.MAX_VALUE);
    }
    return value.intValue();
  }

  static SegmentJsonException error(String path, String message) {
    return new SegmentJsonException(path, message, null);
  }

  /** A value in a list. */
  record Element(String path, JsonNode node) {}
}

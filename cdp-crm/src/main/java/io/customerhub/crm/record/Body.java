package io.customerhub.crm.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The content of a record: a JSON object of texts, numbers, lists and further objects. Anything
 * else (times, amounts, enums) is kept as its text. Not thread-safe while it is written.
 */
public final class Body {

  // A mapper is immutable once configured, and costly to make.
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode node;

  private Body(ObjectNode node) {
    this.node = node;
  }

  /** Returns an empty content to write to. */
  public static Body create() {
    return new Body(JsonNodeFactory.instance.objectNode());
  }

  /**
   * Returns a stored content.
   *
   * @throws IllegalStateException if the text is no JSON object
   */
  public static Body parse(String json) {
    try {
      return of(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      // Without the cause, whose message quotes the text.
      throw new IllegalStateException("a stored record is not valid JSON at " + at(e));
    }
  }

  /** Writes a value as its text. */
  public Body put(String name, Object value) {
    node.put(name, Objects.requireNonNull(value, name).toString());
    return this;
  }

  /** Writes a value as its text, or nothing. */
  public Body put(String name, Optional<?> value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  /** Writes a number. */
  public Body put(String name, double value) {
    node.put(name, value);
    return this;
  }

  /** Writes a whole number. */
  public Body put(String name, int value) {
    node.put(name, value);
    return this;
  }

  /** Writes an object, or nothing. */
  public <V> Body put(String name, Optional<V> value, Function<V, Body> writer) {
    value.ifPresent(present -> node.set(name, writer.apply(present).node));
    return this;
  }

  /** Writes an object. */
  public Body put(String name, Body value) {
    node.set(name, value.node);
    return this;
  }

  /** Writes a list of texts. */
  public Body put(String name, Collection<?> values) {
    var list = node.putArray(name);
    values.forEach(value -> list.add(value.toString()));
    return this;
  }

  /** Writes a list of objects. */
  public <V> Body put(String name, Collection<V> values, Function<V, Body> writer) {
    var list = node.putArray(name);
    values.forEach(value -> list.add(writer.apply(value).node));
    return this;
  }

  /**
   * Returns a text.
   *
   * @throws IllegalStateException if it is missing
   */
  public String text(String name) {
    return field(name).orElseThrow(() -> missing(name)).asText();
  }

  /**
   * Returns a value read from its text.
   *
   * @throws IllegalStateException if it is missing
   */
  public <V> V get(String name, Function<String, V> reader) {
    return reader.apply(text(name));
  }

  /** Returns a value read from its text, or empty. */
  public <V> Optional<V> find(String name, Function<String, V> reader) {
    return field(name).map(JsonNode::asText).map(reader);
  }

  /**
   * Returns a number.
   *
   * @throws IllegalStateException if it is missing
   */
  public double number(String name) {
    return field(name).orElseThrow(() -> missing(name)).asDouble();
  }

  /**
   * Returns an object.
   *
   * @throws IllegalStateException if it is missing
   */
  public <V> V object(String name, Function<Body, V> reader) {
    return findObject(name, reader).orElseThrow(() -> missing(name));
  }

  /** Returns an object, or empty. */
  public <V> Optional<V> findObject(String name, Function<Body, V> reader) {
    return field(name).map(Body::of).map(reader);
  }

  /** Returns a list of values read from their texts; empty if it is missing. */
  public <V> List<V> list(String name, Function<String, V> reader) {
    return elements(name, JsonNode::asText, reader);
  }

  /** Returns a list of objects; empty if it is missing. */
  public <V> List<V> objects(String name, Function<Body, V> reader) {
    return elements(name, Body::of, reader);
  }

  /** Returns the content as JSON text. */
  public String json() {
    return node.toString();
  }

  /** Returns the number of fields; no content. */
  @Override
  public String toString() {
    return "Body[" + node.size() + " fields]";
  }

  private <X, V> List<V> elements(String name, Function<JsonNode, X> open, Function<X, V> reader) {
    return StreamSupport.stream(node.path(name).spliterator(), false)
        .map(open)
        .map(reader)
        .toList();
  }

  private Optional<JsonNode> field(String name) {
    return Optional.ofNullable(node.get(name));
  }

  private static Body of(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return new Body(object);
    }
    throw new IllegalStateException("a stored record is not a JSON object");
  }

  private static IllegalStateException missing(String name) {
    return new IllegalStateException("a stored record has no field " + name);
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null ? "its start" : "column " + e.getLocation().getColumnNr();
  }
}

package io.customerhub.spi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.customerhub.event.CustomerHubException;
import io.customerhub.event.Limits;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Canonical trees to JSON and back: keys sorted, numbers exact, nothing escaped without need. */
final class Json {

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2 * Limits.DEPTH)
                  .maxNumberLength(3 * Limits.NUMBER_DIGITS)
                  .maxDocumentLength(16L * Limits.EVENT_BYTES)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private Json() {}

  /** Writes one value. */
  interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  /** Reads one value, whose first token is the current one. */
  interface Reading<T> {
    T from(JsonParser in) throws IOException;
  }

  static String write(Writing content) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      content.to(out);
    } catch (IOException e) {
      throw new StorageException("cannot write the stored form of a value", e);
    }
    return text.toString();
  }

  /** Reads a document; what is wrong with it is told without its text, which is personal data. */
  static <T> T read(String what, String json, Reading<T> content) {
    try (JsonParser in = FACTORY.createParser(json)) {
      in.nextToken();
      T value = content.from(in);
      if (in.nextToken() != null) {
        throw unexpected(in);
      }
      return value;
    } catch (JsonProcessingException e) {
      long offset = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
      throw new StorageException("the stored form of " + what + " breaks off at " + offset, null);
    } catch (IOException
        | CustomerHubException
        | DateTimeException
        | IllegalArgumentException
        | NullPointerException e) {
      throw new StorageException(
          "the stored form of " + what + " is not one: " + e.getClass().getSimpleName(), null);
    }
  }

  static void writeTree(JsonGenerator out, Object value) throws IOException {
    if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof BigDecimal number) {
      out.writeNumber(number.toPlainString());
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(out, map);
    } else if (value instanceof List<?> list) {
      writeList(out, list);
    } else {
      throw new IllegalArgumentException("not canonical: " + value.getClass().getName());
    }
  }

  static void writeMap(JsonGenerator out, Map<?, ?> map) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : sorted(map).entrySet()) {
      out.writeFieldName(String.valueOf(entry.getKey()));
      writeTree(out, entry.getValue());
    }
    out.writeEndObject();
  }

  static Object readTree(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return readMap(in);
    }
    if (token == JsonToken.START_ARRAY) {
      return readList(in, Json::readTree);
    }
    if (token == JsonToken.VALUE_STRING) {
      return in.getText();
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return in.getBooleanValue();
    }
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return in.getDecimalValue();
    }
    throw unexpected(in);
  }

  static Map<String, Object> readMap(JsonParser in) throws IOException {
    expect(in, JsonToken.START_OBJECT);
    Map<String, Object> map = new TreeMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      map.put(name, readTree(in));
    }
    return Collections.unmodifiableMap(map);
  }

  static <T> List<T> readList(JsonParser in, Reading<T> item) throws IOException {
    expect(in, JsonToken.START_ARRAY);
    List<T> list = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      list.add(item.from(in));
    }
    return Collections.unmodifiableList(list);
  }

  /** Moves on and returns the text there. */
  static String nextText(JsonParser in) throws IOException {
    in.nextToken();
    return text(in);
  }

  static String text(JsonParser in) throws IOException {
    expect(in, JsonToken.VALUE_STRING);
    return in.getText();
  }

  static void expect(JsonParser in, JsonToken token) {
    if (in.currentToken() != token) {
      throw unexpected(in);
    }
  }

  private static void writeList(JsonGenerator out, List<?> list) throws IOException {
    out.writeStartArray();
    for (Object value : list) {
      writeTree(out, value);
    }
    out.writeEndArray();
  }

  private static Map<?, ?> sorted(Map<?, ?> map) {
    return map instanceof java.util.SortedMap<?, ?> ? map : new TreeMap<>(map);
  }

  private static IllegalArgumentException unexpected(JsonParser in) {
    return new IllegalArgumentException("unexpected " + in.currentToken());
  }
}

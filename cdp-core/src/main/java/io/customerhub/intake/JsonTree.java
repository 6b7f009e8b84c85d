package io.customerhub.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.customerhub.event.InvalidEventException;
import io.customerhub.event.Limits;
import io.customerhub.event.ReasonCode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Strict JSON as plain maps, lists, texts, booleans and numbers. Whole numbers are {@link Long} or
 * {@link BigInteger}, all others {@link BigDecimal}, so that {@code 1} and {@code 1.0} can be told
 * apart. Members that are null are left out of maps.
 */
final class JsonTree {

  static final int DEPTH = 64;

  /** A batch of some hundred messages has tens of thousands; an attack has millions. */
  private static final int TOKENS = 100_000;

  /** What has an exponent beyond int: refused later with the name of its field. */
  private static final BigDecimal BEYOND_RANGE = BigDecimal.valueOf(1, -1_000_000);

  private static final int LONG_DIGITS = 18;

  /**
   * Texts may fill the document here; the event refuses a long one with the name of its field.
   * Names are not shared between documents: their hash table could be flooded with collisions.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(Limits.EVENT_BYTES)
                  .maxNestingDepth(DEPTH)
                  .maxTokenCount(TOKENS)
                  .maxStringLength(Limits.EVENT_BYTES)
                  .maxNumberLength(Limits.NUMBER_DIGITS)
                  .maxNameLength(Limits.NAME_LENGTH)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private JsonTree() {}

  /**
   * Reads one document.
   *
   * @throws InvalidEventException if it is not valid JSON or beyond the limits; the field is empty
   */
  static @Nullable Object read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new InvalidEventException(ReasonCode.JSON_SYNTAX, "", "expected a document");
      }
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new InvalidEventException(
            ReasonCode.JSON_SYNTAX, "", "more than one document" + at(parser));
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw new InvalidEventException(exceeded(e), "", "beyond the limits" + at(e));
    } catch (JsonProcessingException e) {
      throw new InvalidEventException(invalid(e), "", "not valid JSON" + at(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the tree as JSON, in the order of its maps. */
  static String write(@Nullable Object tree) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      write(generator, tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> integer(parser.getText());
      case VALUE_NUMBER_FLOAT -> decimal(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new AssertionError(parser.currentToken());
    };
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = value(parser);
      if (value != null) {
        members.put(name, value);
      }
    }
    return members;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  private static Number integer(String text) {
    return text.length() <= LONG_DIGITS ? (Number) Long.valueOf(text) : new BigInteger(text);
  }

  private static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return BEYOND_RANGE;
    }
  }

  /** Jackson has one exception for all limits; the first words tell which. */
  private static ReasonCode exceeded(StreamConstraintsException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (message.startsWith("Document nesting depth")) {
      return ReasonCode.JSON_TOO_DEEP;
    }
    if (message.startsWith("Number value length")) {
      return ReasonCode.NUMBER_TOO_LONG;
    }
    if (message.startsWith("Name length")) {
      return ReasonCode.ATTRIBUTE_NAME;
    }
    return message.startsWith("Token count")
        ? ReasonCode.TOO_MANY_ATTRIBUTES
        : ReasonCode.EVENT_TOO_LARGE;
  }

  private static ReasonCode invalid(JsonProcessingException e) {
    return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")
        ? ReasonCode.JSON_DUPLICATE_KEY
        : ReasonCode.JSON_SYNTAX;
  }

  /** The place and not the text around it, which may be personal. */
  private static String at(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " at character " + e.getLocation().getCharOffset();
  }

  private static String at(JsonParser parser) {
    return " at character " + parser.currentTokenLocation().getCharOffset();
  }

  private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName((String) entry.getKey());
        write(out, entry.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object item : list) {
        write(out, item);
      }
      out.writeEndArray();
    } else {
      writeScalar(out, value);
    }
  }

  private static void writeScalar(JsonGenerator out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Number) {
      out.writeNumber(value.toString());
    } else {
      out.writeString((String) value);
    }
  }
}

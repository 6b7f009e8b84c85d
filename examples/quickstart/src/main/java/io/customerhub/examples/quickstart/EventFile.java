package io.customerhub.examples.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Finds out whether a file of events is one JSON document or one on each line. */
final class EventFile {

  /** A document may be 1 MiB at most; what is longer can only be lines. */
  private static final int LONGEST = 4 << 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private EventFile() {}

  static Feed feed(Input input, String source) throws IOException {
    String start = start(input);
    if (start.isBlank()) {
      throw new IOException("is empty");
    }
    String document = start.length() < LONGEST ? document(start) : "";
    if (!document.isEmpty()) {
      return new Feed.Document(input, source, document);
    }
    // A line with nothing but a bracket begins a document over several lines, here a broken one.
    String first = start.strip().lines().findFirst().orElse("").strip();
    return first.equals("{") || first.equals("[")
        ? new Feed.Document(input, source, start)
        : new Feed.Lines(input, source);
  }

  private static String start(Input input) throws IOException {
    try (InputStream in = input.open()) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
    }
  }

  /** Returns the text if it is one document, of a captured request its body; else nothing. */
  private static String document(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      JsonNode body = tree.path("body");
      boolean captured = tree.has("method") && !body.isMissingNode();
      return captured ? body.isTextual() ? body.textValue() : body.toString() : text;
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}

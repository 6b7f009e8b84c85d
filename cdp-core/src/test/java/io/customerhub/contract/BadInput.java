package io.customerhub.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line of the catalogue of bad inputs.
 *
 * @param id such as {@code EMAIL-009}
 * @param category what it is about
 * @param target where in an event, or in what, it is meant to stand
 * @param kind a value, a JSON document, a CSV file or a segment
 * @param input the text
 * @param bytes the same in UTF-8, or bytes that are no text
 * @param verdict what has to become of it
 * @param code the reason for which it is refused; empty if it is not
 * @param normalized what it becomes; empty if the catalogue does not say
 */
public record BadInput(
    String id,
    String category,
    String target,
    String kind,
    String input,
    byte[] bytes,
    String verdict,
    String code,
    String normalized) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Returns all lines; skips the test where the optional data are absent. */
  public static List<BadInput> all() {
    Path file = Path.of(System.getProperty("customerhub.shared.data", ""), "bad-inputs.jsonl");
    assumeTrue(Files.exists(file), "needs the optional data bad-inputs.jsonl");
    List<BadInput> all = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        all.add(of(JSON.readTree(line)));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the first cell below the header of a file of one column. */
  BadInput cell() {
    String cell = input.substring(input.indexOf('\n') + 1);
    return new BadInput(
        id, category, "attribute:name", "value", cell, bytes, verdict, code, normalized);
  }

  @Override
  public String toString() {
    return id;
  }

  private static BadInput of(JsonNode line) {
    JsonNode expect = line.get("expect");
    JsonNode gen = line.path("gen");
    boolean noText = gen.path("op").asText().equals("bytes_hex");
    byte[] raw = noText ? hex(gen) : new byte[0];
    String input = noText ? new String(raw, StandardCharsets.ISO_8859_1) : text(line, gen);
    return new BadInput(
        line.get("id").asText(),
        line.get("category").asText(),
        line.get("target").asText(),
        line.get("kind").asText(),
        input,
        noText ? raw : input.getBytes(StandardCharsets.UTF_8),
        expect.get("verdict").asText(),
        expect.path("code").asText(),
        expect.path("normalized").asText());
  }

  private static String text(JsonNode line, JsonNode gen) {
    if (gen.isMissingNode()) {
      return line.get("input").asText();
    }
    int count = gen.path("count").asInt();
    return switch (gen.get("op").asText()) {
      case "repeat" ->
          gen.get("prefix").asText()
              + gen.get("unit").asText().repeat(count)
              + gen.get("suffix").asText();
      case "utf16be_hex" -> new String(utf16(hex(gen)));
      case "nest" -> "{\"a\":".repeat(gen.get("depth").asInt()) + "1" + "}".repeat(900);
      case "random_hex" -> randomHex(count);
      case "many_ids" -> manyIds(count);
      case "many_keys" -> manyKeys(count, i -> Integer.toString(i, 36));
      case "collide_keys" -> manyKeys(4096, BadInput::colliding);
      default -> throw new AssertionError("unknown generator " + gen);
    };
  }

  private static String randomHex(int count) {
    Random random = new Random(1);
    return IntStream.range(0, count)
        .mapToObj(i -> Integer.toHexString(random.nextInt(16)))
        .collect(Collectors.joining());
  }

  private static String manyIds(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"type\":\"ns\",\"id\":\"" + i + "\"}")
        .collect(
            Collectors.joining(
                ",", "{\"type\":\"identify\",\"context\":{\"externalIds\":[", "]}}"));
  }

  private static String manyKeys(int count, IntFunction<String> key) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"k" + key.apply(i) + "\":1")
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Texts of one String.hashCode. */
  private static String colliding(int bits) {
    return IntStream.range(0, 12)
        .mapToObj(i -> (bits >> i & 1) == 0 ? "Aa" : "BB")
        .collect(Collectors.joining());
  }

  private static byte[] hex(JsonNode gen) {
    return HexFormat.of().parseHex(gen.get("hex").asText());
  }

  private static char[] utf16(byte[] bytes) {
    char[] out = new char[bytes.length / 2];
    for (int i = 0; i < out.length; i++) {
      out[i] = (char) ((bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF);
    }
    return out;
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customerhub.event.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each line of the catalogue of bad inputs that is about identifiers gives its verdict. */
@DisplayName("the catalogue of bad identifiers")
class BadIdentifiersTest {

  private static final Set<String> CATEGORIES = Set.of("poison-id", "email", "phone", "index");

  private static final List<String> ALL_NAMESPACES =
      List.of("email", "phone", "user_id", "anonymous_id", "custom");

  private final ObjectMapper mapper = new ObjectMapper();
  private final IdentifierNormalizer withoutRegion = IdentifierNormalizer.create();
  private final IdentifierNormalizer withRegion = withoutRegion.withDefaultRegion("US");

  @TestFactory
  Stream<DynamicTest> lines() throws IOException {
    Path file = SharedData.path("bad-inputs.jsonl");
    assumeTrue(Files.exists(file), "the shared data folder is not here");
    return Files.readAllLines(file).stream()
        .map(this::parsed)
        .filter(line -> CATEGORIES.contains(line.get("category").asText()))
        .map(line -> DynamicTest.dynamicTest(line.get("id").asText(), () -> check(line)));
  }

  private void check(JsonNode line) {
    String namespace = line.get("target").asText().substring("identifier:".length());
    List<String> namespaces = namespace.equals("*") ? ALL_NAMESPACES : List.of(namespace);
    for (String one : namespaces) {
      check(line.get("expect"), Identifier.of(one, value(line)));
    }
  }

  private void check(JsonNode expected, Identifier given) {
    if (expected.has("code")) {
      Normalized result = withoutRegion.normalize(given);
      assertThat(result).isInstanceOf(Normalized.SetAside.class);
      assertThat(((Normalized.SetAside) result).code()).hasToString(expected.get("code").asText());
    } else if (given.namespace().equals(Identifier.PHONE)) {
      checkPhone(expected, given);
    } else {
      Normalized result = withoutRegion.normalize(given);
      assertThat(result).isInstanceOf(Normalized.Key.class);
      if (expected.has("normalized")) {
        assertThat(((Normalized.Key) result).identifier().value())
            .isEqualTo(expected.get("normalized").asText());
      }
    }
  }

  /** The catalogue leaves open what national digits become; they become what the ASCII ones do. */
  private void checkPhone(JsonNode expected, Identifier given) {
    Identifier normalized = Identifier.phone(expected.get("normalized").asText());
    Normalized key = withRegion.normalize(normalized);
    if (key instanceof Normalized.Key) {
      assertThat(withRegion.normalize(given)).isEqualTo(key);
      assertThat(((Normalized.Key) key).identifier().value()).endsWith(normalized.value());
    } else {
      assertThat(withRegion.normalize(given)).isInstanceOf(Normalized.SetAside.class);
    }
  }

  private static String value(JsonNode line) {
    return line.has("input") ? line.get("input").asText() : generated(line.get("gen"));
  }

  private static String generated(JsonNode gen) {
    int count = gen.get("count").asInt();
    return switch (gen.get("op").asText()) {
      case "repeat" ->
          gen.get("prefix").asText()
              + gen.get("unit").asText().repeat(count)
              + gen.get("suffix").asText();
      case "random_hex" ->
          Long.toHexString(new Random(1).nextLong() | Long.MIN_VALUE).repeat(count);
      default -> throw new AssertionError("unknown generator " + gen);
    };
  }

  private JsonNode parsed(String line) {
    try {
      return mapper.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }
}

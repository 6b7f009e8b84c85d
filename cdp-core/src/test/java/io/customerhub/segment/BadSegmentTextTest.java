package io.customerhub.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Texts collected for the harm they do to other parsers; skipped where they are not at hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadSegmentTextTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void each_bad_text_ends_in_an_error_that_says_where() throws IOException {
    List<JsonNode> bad = badTexts();

    assertThat(bad).isNotEmpty();
    for (JsonNode line : bad) {
      Throwable error = catchThrowable(() -> SegmentText.parse(text(line)));
      assertThat(error).as(line.toString()).isInstanceOf(SegmentSyntaxException.class);
      assertThat(error.getMessage()).as(line.toString()).startsWith("line 1").hasSizeLessThan(700);
    }
  }

  private static List<JsonNode> badTexts() throws IOException {
    Path file = Path.of(System.getProperty("customerhub.shared.data", "."), "bad-inputs.jsonl");
    assumeTrue(Files.exists(file), "no file of bad inputs: " + file);
    List<JsonNode> found = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = MAPPER.readTree(line);
      if (node.path("category").asText().equals("dsl")) {
        found.add(node);
      }
    }
    return found;
  }

  private static String text(JsonNode line) {
    JsonNode gen = line.path("gen");
    return gen.isMissingNode()
        ? line.path("input").asText()
        : gen.path("prefix").asText()
            + gen.path("unit").asText().repeat(gen.path("count").asInt())
            + gen.path("suffix").asText();
  }
}

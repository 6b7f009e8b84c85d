package io.customerhub.intake;

import static io.customerhub.intake.Reading.NOW;
import static io.customerhub.intake.Reading.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.ReasonCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventJsonLinesTest {

  private static final String PAGE = "{\"type\":\"page\"}";

  private final EventJson intake = EventJson.source("web");

  @Test
  void each_line_is_a_document_and_a_bad_one_does_not_stop_the_rest() {
    String lines = "\uFEFF" + PAGE + "\r\n\n  \n{oops\n[" + PAGE + "," + PAGE + "]\n" + PAGE;

    for (List<Parsed> parsed : bothWays(lines)) {
      assertThat(parsed)
          .extracting(Parsed::location)
          .containsExactly("line 1", "line 4", "line 5 [0]", "line 5 [1]", "line 6");
      assertThat(rejected(parsed.get(1), ReasonCode.JSON_SYNTAX, "").raw()).isEqualTo("{oops");
      assertThat(parsed).filteredOn(Parsed.Accepted.class::isInstance).hasSize(4);
    }
  }

  @Test
  void a_line_that_is_too_long_is_cut_and_reported() {
    String lines = PAGE + "\n" + "x".repeat(3 * 1024 * 1024) + "\n" + PAGE;

    for (List<Parsed> parsed : bothWays(lines)) {
      assertThat(parsed).hasSize(3);
      assertThat(rejected(parsed.get(1), ReasonCode.EVENT_TOO_LARGE, "").raw()).hasSize(4096);
      assertThat(Reading.event(parsed.get(2)).source()).isEqualTo("web");
    }
  }

  @Test
  void malformed_bytes_cost_only_their_line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write((PAGE + "\n{\"type\":\"").getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {(byte) 0xC3, '(', '\n'});
    bytes.write(PAGE.getBytes(StandardCharsets.UTF_8));

    List<Parsed> parsed = intake.lines(new ByteArrayInputStream(bytes.toByteArray()), NOW).toList();

    assertThat(parsed).extracting(Parsed::location).containsExactly("line 1", "line 2", "line 3");
    assertThat(rejected(parsed.get(1), ReasonCode.JSON_SYNTAX, "").message())
        .isEqualTo("not valid UTF-8");
  }

  @Test
  void lines_are_read_only_as_they_are_asked_for() {
    InputStream endless =
        new InputStream() {
          private int position;

          @Override
          public int read() {
            return (PAGE + "\n").charAt(position++ % (PAGE.length() + 1));
          }
        };

    assertThat(intake.lines(endless, NOW).limit(10)).hasSize(10);
  }

  @Test
  void a_failing_input_is_told_to_the_caller() {
    Reader failing =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("gone");
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> intake.lines(failing, NOW).toList())
        .isInstanceOf(UncheckedIOException.class);
  }

  private List<List<Parsed>> bothWays(String lines) {
    InputStream bytes = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    return List.of(
        intake.lines(bytes, NOW).toList(), intake.lines(new StringReader(lines), NOW).toList());
  }
}

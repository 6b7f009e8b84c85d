package io.customerhub.crm.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BodyTest {

  @Test
  void reads_back_what_was_written() {
    Body written =
        Body.create()
            .put("text", "a \"quoted\" \u2028 line\n")
            .put("date", Optional.of(LocalDate.of(2026, 3, 2)))
            .put("nothing", Optional.empty())
            .put("number", 0.1)
            .put("whole", 7)
            .put("texts", List.of("b", "a"))
            .put("objects", List.of(1, 2), n -> Body.create().put("n", n))
            .put("object", Body.create().put("x", "y"));

    Body read = Body.parse(written.json());

    assertThat(read.text("text")).isEqualTo("a \"quoted\" \u2028 line\n");
    assertThat(read.find("date", LocalDate::parse)).contains(LocalDate.of(2026, 3, 2));
    assertThat(read.find("nothing", LocalDate::parse)).isEmpty();
    assertThat(read.number("number")).isEqualTo(0.1);
    assertThat((int) read.number("whole")).isEqualTo(7);
    assertThat(read.list("texts", text -> text)).containsExactly("b", "a");
    assertThat(read.objects("objects", o -> (int) o.number("n"))).containsExactly(1, 2);
    assertThat(read.<String>object("object", o -> o.text("x"))).isEqualTo("y");
    assertThat(read.list("absent", text -> text)).isEmpty();
  }

  @Test
  void says_what_is_wrong_with_a_stored_text_without_repeating_it() {
    assertThatThrownBy(() -> Body.parse("{\"name\": Ada"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("a stored record is not valid JSON at ")
        .hasMessageNotContaining("Ada")
        .hasNoCause();
    assertThatThrownBy(() -> Body.parse("[]")).hasMessage("a stored record is not a JSON object");
    assertThatThrownBy(() -> Body.parse("{}").text("name"))
        .hasMessage("a stored record has no field name");
  }

  @Test
  void shows_no_content_in_its_text() {
    assertThat(Body.create().put("name", "Ada")).hasToString("Body[1 fields]");
  }
}

package io.customerhub.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryTest {

  @Test
  void is_one_json_object() {
    Loaded file = new Loaded("a.csv", "a", 10, 5, 3, 2, true, 0, List.of(), "");
    Quality quality = new Quality();
    quality.add(List.of("x", "x", "y"));

    String json =
        new Summary()
            .counts(List.of(file, file))
            .people(4, Optional.of(quality))
            .segments(Map.of("say \"hi\"\n\\", 7L))
            .deals(1)
            .seconds(1.234)
            .json();

    assertThat(json)
        .isEqualTo(
            "{\"read\":20,\"setAside\":4,\"duplicates\":6,\"people\":4,\"precision\":0.3333,"
                + "\"recall\":1.0000,\"f1\":0.5000,\"segments\":{\"say \\\"hi\\\"\\u000a\\\\\":7},"
                + "\"deals\":1,\"seconds\":1.23}");
  }

  @Test
  void leaves_the_quality_out_where_there_is_no_truth() {
    assertThat(new Summary().people(4, Optional.empty()).json()).isEqualTo("{\"people\":4}");
  }
}

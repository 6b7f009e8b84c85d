package io.customerhub.segment;

import static io.customerhub.segment.Conditions.all;
import static io.customerhub.segment.Conditions.consent;
import static io.customerhub.segment.Conditions.days;
import static io.customerhub.segment.Conditions.event;
import static io.customerhub.segment.Conditions.notIn;
import static io.customerhub.segment.Conditions.property;
import static io.customerhub.segment.Conditions.trait;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentJsonTest {

  @Test
  void the_documented_shape_is_what_is_written() {
    Condition condition =
        all(
            trait("country").in("VN", "TH"),
            event("Order Completed").where(property("revenue").gte(50)).atLeast(2).inLast(days(90)),
            event("Order Completed").sum("revenue").gt(200).inLast(days(365)),
            consent("email.marketing").granted(),
            consent("news").by("sms").denied(),
            notIn("suppressed"));

    assertThat(SegmentJson.write(condition))
        .isEqualTo(
            "{\"all\":[{\"trait\":\"country\",\"in\":[\"VN\",\"TH\"]},"
                + "{\"event\":\"Order Completed\",\"where\":[{\"property\":\"revenue\",\"gte\":50}],"
                + "\"count\":{\"gte\":2},\"window\":{\"last\":\"P90D\"}},"
                + "{\"event\":\"Order Completed\",\"sum\":\"revenue\",\"gt\":200,"
                + "\"window\":{\"last\":\"P365D\"}},"
                + "{\"consent\":\"email.marketing\",\"is\":\"granted\"},"
                + "{\"consent\":\"news\",\"channel\":\"sms\",\"is\":\"denied\"},"
                + "{\"not\":{\"segment\":\"suppressed\"}}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | $",
        "{} | $",
        "{\"trait\":\"x\"} | $",
        "{\"trait\":\"x\",\"eq\":1,\"lt\":2} | $.lt",
        "{\"trait\":\"x\",\"eq\":null} | $.eq",
        "{\"trait\":\"x\",\"eq\":[1]} | $.eq",
        "{\"trait\":5,\"eq\":1} | $.trait",
        "{\"trait\":\"x\",\"between\":[1]} | $.between",
        "{\"trait\":\"x\",\"between\":[1,\"a\"]} | $",
        "{\"trait\":\"x\",\"not\":{\"eq\":1,\"q\":1}} | $.not.q",
        "{\"all\":[{\"segment\":\"a\"},{\"segment\":\"b\",\"q\":1}]} | $.all[1].q",
        "{\"consent\":\"x\",\"is\":\"maybe\"} | $.is",
        "{\"event\":\"x\",\"count\":{\"gte\":1.5}} | $.count.gte",
        "{\"event\":\"x\",\"count\":{\"gte\":1,\"lte\":2}} | $.count.gte",
        "{\"event\":\"x\",\"count\":{\"gte\":1},\"sum\":\"y\",\"gt\":1} | $.count",
        "{\"event\":\"x\",\"window\":{\"last\":\"P1M2D\"}} | $.window",
        "{\"event\":\"x\",\"window\":{\"last\":\"P1001Y\"}} | $.window",
        "{\"event\":\"x\",\"window\":{\"from\":\"today\",\"to\":\"now\"}} | $.window.from",
        "{\"event\":\"x\",\"where\":[{\"property\":\"y\"}]} | $.where[0]",
        "{\"segment\":\"a\",\"segment\":\"b\"} | line 1, column 25",
        "{\"segment\":\"a\"} x | line 1, column 17",
      })
  void an_error_says_where(String json, String path) {
    SegmentJsonException error =
        catchThrowableOfType(SegmentJsonException.class, () -> SegmentJson.read(json));

    assertThat(error).as(json).isNotNull();
    assertThat(error.path()).isEqualTo(path);
    assertThat(error).hasMessageStartingWith(path + ": ");
  }

  @Test
  void limits_end_in_an_error_and_never_in_a_stack_overflow() {
    assertThatThrownBy(() -> SegmentJson.read("{\"not\":".repeat(100_000)))
        .isInstanceOf(SegmentJsonException.class);
    assertThatThrownBy(
            () -> SegmentJson.read("{\"not\":".repeat(150) + "{\"all\":[]}" + "}".repeat(150)))
        .isInstanceOf(SegmentJsonException.class)
        .hasMessageContaining("nested deeper than 100");
    assertThatThrownBy(() -> SegmentJson.read(" ".repeat(SegmentLimits.JSON_LENGTH + 1)))
        .isInstanceOf(SegmentJsonException.class);
  }

  @Test
  void a_condition_that_could_not_be_read_again_is_not_written() {
    Condition large =
        trait("x").in(IntStream.range(0, 200).mapToObj(i -> i + "x".repeat(8_000)).toArray());

    assertThatThrownBy(() -> SegmentJson.write(large))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most " + SegmentLimits.JSON_LENGTH);
  }
}

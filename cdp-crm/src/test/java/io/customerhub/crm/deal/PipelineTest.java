package io.customerhub.crm.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.crm.InvalidRecordException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PipelineTest {

  @Test
  void the_default_is_sales() {
    Pipeline sales = Pipelines.of(List.of()).standard();

    assertThat(sales.stages())
        .containsExactly(
            new Stage("qualify", StageType.OPEN, 0.1),
            new Stage("proposal", StageType.OPEN, 0.5),
            new Stage("negotiate", StageType.OPEN, 0.8),
            new Stage("won", StageType.WON, 1),
            new Stage("lost", StageType.LOST, 0));
    assertThat(sales.lostReasons()).containsExactly("price", "timing", "competitor", "other");
    assertThat(sales.backward()).isEqualTo(Backward.ALLOW);
  }

  @Test
  void needs_an_open_stage_one_won_stage_a_lost_stage_and_a_reason() {
    refused(Pipeline.named("p").won("w").lost("l", "r"), "stages need at least one open stage");
    refused(Pipeline.named("p").stage("a", 0).lost("l", "r"), "stages need exactly one won stage");
    refused(
        Pipeline.named("p").stage("a", 0).won("w").won("x").lost("l", "r"),
        "stages need exactly one won stage");
    refused(Pipeline.named("p").stage("a", 0).won("w"), "stages need at least one lost stage");
    refused(Pipeline.named("p").stage("a", 0).won("w").lost("l"), "lost reasons need at least one");
    refused(
        Pipeline.named("p").stage("a", 0).stage("a", 1).won("w").lost("l", "r"),
        "stages need different keys, got a, a, w, l");
  }

  @Test
  void keys_are_plain_and_probabilities_between_0_and_1() {
    assertThatThrownBy(() -> Pipeline.named("Sales!"))
        .isInstanceOf(InvalidRecordException.class)
        .hasMessageStartingWith("pipeline may hold lower-case letters");
    assertThatThrownBy(() -> Pipeline.named("p").stage("a", Double.NaN))
        .hasMessage("probability is NaN, expected a number from 0 to 1");
    assertThatThrownBy(() -> new Stage("w", StageType.WON, 0.9))
        .hasMessage("probability of a WON stage is fixed");
  }

  @Test
  void new_deals_get_the_highest_revision_of_the_pipeline_named_first() {
    Pipeline one = simple("b", 1);
    Pipeline ten = simple("b", 10);
    Pipeline other = simple("a", 2);

    Pipelines pipelines = Pipelines.of(List.of(ten, one, other));

    assertThat(pipelines.standard()).isEqualTo(ten);
    assertThat(pipelines.latest("a")).isEqualTo(other);
    assertThat(pipelines.all()).containsExactly(other, one, ten);
    assertThatThrownBy(() -> Pipelines.of(List.of(one, simple("b", 1))))
        .hasMessage("pipeline b@1 is defined twice");
  }

  private static Pipeline simple(String key, int revision) {
    return Pipeline.named(key).stage("s", 0.5).won("w").lost("l", "r").revision(revision).build();
  }

  private static void refused(PipelineBuilder builder, String message) {
    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidRecordException.class)
        .hasMessage(message);
  }
}

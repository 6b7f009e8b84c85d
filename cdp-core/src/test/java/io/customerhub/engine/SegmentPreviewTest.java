package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.engine.SegmentPreview.Movement;
import io.customerhub.engine.SegmentPreview.Sample;
import io.customerhub.event.Event;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Conditions;
import io.customerhub.segment.SegmentSyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentPreviewTest {

  private final TestEngine test = new TestEngine();
  private final Segments segments = test.engine.segments();

  private ProfileId person(int number) {
    return test.ingest(
        Event.identify()
            .userId("u" + number)
            .trait("city", number % 3 == 0 ? "London" : "Hanoi")
            .trait("age", number));
  }

  @Test
  void whom_it_would_hold_for_is_counted_and_shown_with_reasons() {
    ProfileId london = person(0);
    person(1);
    SegmentPreview preview = segments.preview("trait.city = \"London\" and trait.age < 3");
    assertThat(preview.looked()).isEqualTo(2);
    assertThat(preview.members()).isEqualTo(1);
    assertThat(preview.entering()).isEqualTo(1);
    assertThat(preview.leaving()).isZero();
    assertThat(preview.isComplete()).isTrue();
    assertThat(preview.memberSample())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.profile()).isEqualTo(london);
              assertThat(one.movement()).isEqualTo(Movement.ENTERS);
              assertThat(one.reason().children()).hasSize(2);
            });
  }

  @Test
  void a_redefinition_does_what_its_preview_said_and_the_preview_changes_nothing() {
    for (int number = 0; number < 350; number++) {
      person(number);
    }
    segments.define("young", "trait.age < 200");
    segments.define("others", "not in segment \"young\"");
    int told = test.told.size();
    List<ProfileId> before = segments.members("young", null, 1_000);
    SegmentPreview preview =
        segments.preview(
            SegmentPreviewQuery.of("trait.age between 100 and 249 and trait.city = \"London\"")
                .redefining("young")
                .samples(1_000));
    assertThat(segments.members("young", null, 1_000)).isEqualTo(before);
    assertThat(segments.names()).containsExactly("others", "young");
    assertThat(test.told).hasSize(told);

    segments.define("young", "trait.age between 100 and 249 and trait.city = \"London\"");
    List<ProfileId> after = segments.members("young", null, 1_000);
    assertThat(preview.looked()).isEqualTo(350);
    assertThat(preview.members()).isEqualTo(after.size());
    assertThat(ids(preview.memberSample(), Movement.ENTERS, Movement.STAYS)).isEqualTo(after);
    assertThat(ids(preview.memberSample(), Movement.STAYS))
        .isEqualTo(after.stream().filter(before::contains).toList());
    assertThat(ids(preview.leavingSample(), Movement.LEAVES))
        .isEqualTo(before.stream().filter(id -> !after.contains(id)).toList());
    assertThat(preview.entering())
        .isEqualTo(after.stream().filter(id -> !before.contains(id)).count());
    assertThat(preview.leaving()).isEqualTo(preview.leavingSample().size());
  }

  private static List<ProfileId> ids(List<Sample> samples, Movement... movements) {
    return samples.stream()
        .filter(one -> List.of(movements).contains(one.movement()))
        .map(Sample::profile)
        .toList();
  }

  @Test
  void a_sample_is_bounded_the_same_each_time_and_not_only_of_the_first() {
    for (int number = 0; number < 300; number++) {
      person(number);
    }
    SegmentPreviewQuery query = SegmentPreviewQuery.of(Conditions.all()).samples(5);
    SegmentPreview preview = segments.preview(query);
    assertThat(preview.memberSample()).hasSize(5);
    assertThat(preview.members()).isEqualTo(300);
    assertThat(segments.preview(query)).isEqualTo(preview);
    List<ProfileId> first =
        test.engine.segments().preview(query.samples(300)).memberSample().stream()
            .map(Sample::profile)
            .limit(100)
            .toList();
    assertThat(preview.memberSample()).anyMatch(one -> !first.contains(one.profile()));
  }

  @Test
  void progress_is_told_page_by_page_and_stops_it() {
    for (int number = 0; number < 250; number++) {
      person(number);
    }
    List<Long> told = new ArrayList<>();
    SegmentPreviewQuery query =
        SegmentPreviewQuery.of(Conditions.all())
            .progress(
                (looked, people) -> {
                  assertThat(people).isEqualTo(250);
                  told.add(looked);
                  return looked < 200;
                });
    SegmentPreview stopped = segments.preview(query);
    assertThat(told).containsExactly(100L, 200L);
    assertThat(stopped.isComplete()).isFalse();
    assertThat(stopped.looked()).isEqualTo(200);
    assertThat(stopped.members()).isEqualTo(200);
  }

  @Test
  void what_time_changed_since_the_last_tick_is_not_told_as_leaving() {
    test.ingest(Event.track("Order").userId("ada"));
    segments.define("recent", "did \"Order\" in last 7 days");
    test.clock.advance(Duration.ofDays(30));
    SegmentPreview same =
        segments.preview(
            SegmentPreviewQuery.of("did \"Order\" in last 7 days").redefining("recent"));
    assertThat(same.leaving()).isZero();
    assertThat(same.members()).isZero();
  }

  @Test
  void what_could_not_be_defined_is_not_previewed() {
    segments.define("a", "trait.x = 1");
    segments.define("b", "in segment \"a\"");
    assertThatThrownBy(() -> segments.preview("trait.")).isInstanceOf(SegmentSyntaxException.class);
    assertThatThrownBy(() -> segments.preview("in segment \"c\""))
        .isInstanceOf(SegmentException.class)
        .hasMessageContaining("\"c\"");
    assertThatThrownBy(
            () -> segments.preview(SegmentPreviewQuery.of("in segment \"b\"").redefining("a")))
        .isInstanceOf(SegmentException.class)
        .hasMessageContaining("names itself");
    assertThatThrownBy(
            () -> segments.preview(SegmentPreviewQuery.of("trait.x = 1").redefining("c")))
        .isInstanceOf(SegmentException.class)
        .hasMessageContaining("not defined");
    assertThatThrownBy(() -> SegmentPreviewQuery.of("trait.x = 1").samples(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

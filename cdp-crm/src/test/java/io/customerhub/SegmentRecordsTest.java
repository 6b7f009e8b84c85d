package io.customerhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.contract.TestClock;
import io.customerhub.crm.Channel;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.DealFacts;
import io.customerhub.crm.task.Task;
import io.customerhub.engine.DomainEvent;
import io.customerhub.event.Event;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Schema;
import io.customerhub.segment.SegmentSchemaException;
import io.customerhub.spi.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Segments over deals, tasks, interactions and contacts follow them at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentRecordsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private final TestClock clock = new TestClock(NOW);
  private final List<String> told = new ArrayList<>();
  private final CustomerHub hub =
      CustomerHub.builder()
          .clock(clock)
          .ids(IdSource.seeded(clock, 1))
          .schema(Schema.open().trait("city", Schema.Type.TEXT))
          .listener(this::listen)
          .build();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void a_deal_brings_its_people_in_and_takes_them_out_as_it_goes() {
    ProfileId ada = person("ada");
    ProfileId ann = person("ann");
    hub.segments().define("big", "has deal (status = open and amount > 5000)");

    Deal deal = hub.deals().open("Engine").with(ada).amount("6000", "GBP").save();
    assertThat(hub.segments().of(ada)).containsExactly("big");
    assertThat(hub.segments().of(ann)).isEmpty();
    hub.deals().of(deal).won("price").commit();

    assertThat(hub.segments().of(ada)).isEmpty();
    assertThat(told).containsExactly("in big", "out big");
  }

  @Test
  void somebody_nobody_talks_to_enters_when_the_window_closes() {
    ProfileId ada = person("ada");
    hub.segments().define("lonely", "has no interaction (type = call) in last 14 days");
    assertThat(hub.segments().of(ada)).containsExactly("lonely");

    hub.interactions().call(ada).log();
    assertThat(hub.segments().of(ada)).isEmpty();
    hub.interactions().note(ada).log();
    assertThat(hub.segments().of(ada)).isEmpty();

    clock.advance(Duration.ofDays(15));
    hub.tick();
    assertThat(hub.segments().of(ada)).containsExactly("lonely");
    assertThat(told).containsExactly("in lonely", "out lonely", "in lonely");
  }

  @Test
  void a_task_becomes_overdue_and_a_deal_stuck_by_time_alone() {
    ProfileId ada = person("ada");
    hub.segments().define("late", "has task (open = true and overdue_from in past)");
    hub.segments().define("stuck", "has deal (status = open and stage_since older than 3 days)");
    Task task = hub.tasks().plan("Call").about(ada).due(LocalDate.of(2026, 11, 23)).save();
    hub.deals().open("Engine").with(ada).save();

    clock.advance(Duration.ofDays(2));
    hub.tick();
    assertThat(hub.segments().of(ada)).containsExactly("late");
    clock.advance(Duration.ofDays(2));
    hub.tick();
    assertThat(hub.segments().of(ada)).containsExactly("late", "stuck");
    hub.tasks().complete(task.id()).commit();
    assertThat(hub.segments().of(ada)).containsExactly("stuck");
  }

  @Test
  void what_was_written_about_either_of_two_people_counts_once_they_are_one() {
    ProfileId ada = person("ada");
    ProfileId ann = person("ann");
    hub.segments().define("two", "has deal at least 2 times and sum of amount of deal >= 30");
    hub.segments().define("silent", "has contact (do_not_contact has any (\"email\"))");
    hub.deals().open("One").with(ada).amount("10", "GBP").save();
    hub.deals().open("Two").with(ann).amount("20", "GBP").save();
    hub.contacts().edit(ann).doNotContact(Channel.EMAIL, "asked").save();
    assertThat(hub.segments().of(ada)).isEmpty();
    assertThat(hub.segments().of(ann)).containsExactly("silent");

    hub.identities().merge(ada).with(ann).commit();

    assertThat(hub.segments().of(ada)).containsExactly("silent", "two");
  }

  @Test
  void a_name_that_nobody_declared_is_an_error_with_a_suggestion() {
    assertThatThrownBy(() -> hub.segments().define("x", "has deal (ammount > 5)"))
        .isInstanceOf(SegmentSchemaException.class)
        .hasMessage("there is no field of deal \"ammount\"; did you mean \"amount\"?");
    assertThatThrownBy(() -> hub.segments().define("x", "has dael"))
        .isInstanceOf(SegmentSchemaException.class)
        .hasMessageContaining("did you mean \"deal\"?");
    assertThatThrownBy(() -> hub.segments().define("x", "trait.citty = 'a'"))
        .isInstanceOf(SegmentSchemaException.class)
        .hasMessageContaining("did you mean \"city\"?");
    assertThatThrownBy(() -> hub.segments().define("x", "has deal (amount contains 'a')"))
        .isInstanceOf(SegmentSchemaException.class)
        .hasMessageContaining("\"amount\" is a number, which no test of a text passes");
    assertThat(hub.segments().names()).isEmpty();
  }

  @Test
  void each_field_that_is_shown_is_declared_and_has_the_declared_type() {
    ProfileId ada = person("ada");
    hub.deals().open("One").with(ada).amount("10", "GBP").closing(LocalDate.of(2027, 1, 1)).save();
    Map<String, Schema.Type> fields = new DealFacts().fields();

    fields.forEach((name, type) -> hub.segments().define(name, "has deal (" + name + " exists)"));

    assertThat(hub.segments().of(ada))
        .contains("amount", "currency", "expected_close", "probability", "stage", "stage_since")
        .doesNotContain("owner", "closed");
  }

  private ProfileId person(String userId) {
    return hub.ingest(Event.identify().userId(userId).at(NOW.minus(Duration.ofDays(30))))
        .profile()
        .orElseThrow();
  }

  private void listen(DomainEvent event) {
    if (event instanceof DomainEvent.SegmentEntered entered) {
      told.add("in " + entered.segment());
    } else if (event instanceof DomainEvent.SegmentLeft left) {
      told.add("out " + left.segment());
    }
  }
}

package io.customerhub.crm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.crm.CrmFixture;
import io.customerhub.crm.IllegalTransitionException;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.NoSuchRecordException;
import io.customerhub.crm.Revision;
import io.customerhub.crm.TaskId;
import io.customerhub.crm.UserRef;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.Deals;
import io.customerhub.crm.deal.Pipelines;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.StaleWriteException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TasksTest {

  private static final UserRef LAN = UserRef.of("lan");
  private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");

  private final CrmFixture crm = new CrmFixture();
  private final Tasks tasks = new Tasks(crm.context());
  private final Deals deals = new Deals(crm.context(), Pipelines.of(List.of()));
  private final ProfileId ada = crm.person();
  private final ProfileId bob = crm.person();

  private Task planned() {
    return tasks.plan("Send the quote").about(ada).save();
  }

  @Test
  void keeps_all_that_was_said() {
    Deal deal = deals.open("Analytical Engine").with(ada).save();
    Task task =
        tasks
            .plan(" Send the quote ")
            .about(deal)
            .kind(TaskKind.EMAIL)
            .priority(Priority.HIGH)
            .due(LocalDate.of(2026, 12, 1), SAIGON)
            .assign(LAN)
            .by(LAN)
            .save();

    assertThat(tasks.find(task.id())).contains(task);
    assertThat(task.title()).isEqualTo("Send the quote");
    assertThat(task.subject()).isEqualTo(ada);
    assertThat(task.deal()).contains(deal.id());
    assertThat(task.kind()).isEqualTo(TaskKind.EMAIL);
    assertThat(task.due()).contains(new Due.On(LocalDate.of(2026, 12, 1), SAIGON));
    assertThat(task.status()).isEqualTo(TaskStatus.PLANNED);
    assertThat(tasks.about(deal)).containsExactly(task);
    assertThat(tasks.history(task))
        .containsExactly(new Revision<>(task, "lan", "planned", CrmFixture.START));
  }

  @Test
  void is_of_utc_normal_priority_and_nobodys_unless_told() {
    Task task = tasks.plan("x").about(ada).due(LocalDate.of(2026, 12, 1)).save();

    assertThat(task.due()).contains(new Due.On(LocalDate.of(2026, 12, 1), ZoneOffset.UTC));
    assertThat(task.priority()).isEqualTo(Priority.NORMAL);
    assertThat(task.kind()).isEqualTo(TaskKind.TODO);
    assertThat(task.assignee()).isEmpty();
    assertThat(planned().due()).isEmpty();
  }

  @Test
  void refuses_bad_values_naming_the_field_and_what_was_expected() {
    assertThatThrownBy(() -> tasks.plan(" "))
        .isInstanceOf(InvalidRecordException.class)
        .hasMessage("title is blank; expected 1 to 256 characters");
    assertThatThrownBy(() -> tasks.plan("x".repeat(10_000)))
        .hasMessage("title has 10000 characters, at most 256 are allowed");
    assertThatThrownBy(() -> tasks.plan("x").save())
        .hasMessage("about has to name a deal or a profile");
    assertThatThrownBy(() -> tasks.plan("x").due(LocalDate.MAX))
        .hasMessage("due is out of range; expected the years 1 to 9999");
    assertThatThrownBy(() -> tasks.complete(planned().id()).outcome("y".repeat(5000)))
        .hasMessage("outcome has 5000 characters, at most 4096 are allowed");
    Task done = tasks.complete(planned().id()).commit();
    assertThatThrownBy(() -> tasks.reopen(done.id()).outcome("y").commit())
        .hasMessage("outcome is there only if the task is closed");
    assertThatThrownBy(() -> tasks.complete(planned().id()).on(crm.now().plusSeconds(1)).commit())
        .hasMessageContaining("after the present");
  }

  @Test
  void completes_with_an_outcome_and_plans_again() {
    Task task = planned();
    crm.pass(Duration.ofHours(2));

    Task done = tasks.complete(task.id()).outcome("left voicemail").by(LAN).commit();

    assertThat(done.status()).isEqualTo(TaskStatus.DONE);
    assertThat(done.completedAt()).contains(crm.now());
    assertThat(done.outcome()).contains("left voicemail");
    assertThat(tasks.find(task.id())).contains(done);

    Task again = tasks.reopen(task.id()).commit();

    assertThat(again.status()).isEqualTo(TaskStatus.PLANNED);
    assertThat(again.completedAt()).isEmpty();
    assertThat(again.outcome()).isEmpty();
    assertThat(tasks.history(task))
        .extracting(Revision::change)
        .containsExactly("planned", "complete", "reopen");
  }

  @Test
  void refuses_a_stale_task_and_one_that_is_not_there() {
    Task task = planned();
    tasks.start(task.id()).commit();

    assertThatThrownBy(() -> tasks.complete(task).commit())
        .isInstanceOf(StaleWriteException.class)
        .hasMessageContaining("expected version 0, found version 1");
    TaskId none = new TaskId(ada.value());
    assertThatThrownBy(() -> tasks.cancel(none).commit())
        .isInstanceOf(NoSuchRecordException.class)
        .hasMessage("There is no task " + none + "; it was never saved, or it was erased");
  }

  @Test
  void every_pair_of_state_and_command_does_what_the_table_says() {
    for (TaskStatus from : TaskStatus.values()) {
      for (String command : List.of("start", "complete", "cancel", "reopen")) {
        TaskEdit edit = edit(in(from).id(), command);
        if (TaskStatus.MACHINE.commands(from).contains(command)) {
          assertThat(edit.commit().status())
              .as("%s %s", from, command)
              .isEqualTo(TaskStatus.MACHINE.after(from, command, "x"));
        } else {
          assertThatThrownBy(edit::commit)
              .as("%s %s", from, command)
              .isInstanceOf(IllegalTransitionException.class)
              .hasMessageContaining(
                  "legal commands are " + String.join(", ", TaskStatus.MACHINE.commands(from)));
        }
      }
    }
  }

  private Task in(TaskStatus status) {
    Task task = planned();
    return switch (status) {
      case PLANNED -> task;
      case IN_PROGRESS -> tasks.start(task.id()).commit();
      case DONE -> tasks.complete(task.id()).commit();
      case CANCELLED -> tasks.cancel(task.id()).commit();
    };
  }

  private TaskEdit edit(TaskId id, String command) {
    return switch (command) {
      case "start" -> tasks.start(id);
      case "complete" -> tasks.complete(id);
      case "cancel" -> tasks.cancel(id);
      default -> tasks.reopen(id);
    };
  }

  @Test
  void a_day_is_over_when_it_has_ended_in_its_own_zone() {
    LocalDate day = LocalDate.of(2026, 12, 1);
    Due saigon = new Due.On(day, SAIGON);
    Due newYork = new Due.On(day, ZoneId.of("America/New_York"));

    assertThat(saigon.isOverdue(Instant.parse("2026-12-01T16:59:59Z"))).isFalse();
    assertThat(saigon.isOverdue(Instant.parse("2026-12-01T17:00:00Z"))).isTrue();
    assertThat(newYork.isOverdue(Instant.parse("2026-12-02T04:59:59Z"))).isFalse();
    assertThat(newYork.isOverdue(Instant.parse("2026-12-02T05:00:00Z"))).isTrue();
  }

  @Test
  void a_day_whose_end_has_no_midnight_is_over_when_the_next_begins() {
    // Clocks in Beirut go from 24:00 on 28 March 2026 to 01:00 on the 29th.
    Due due = new Due.On(LocalDate.of(2026, 3, 28), ZoneId.of("Asia/Beirut"));

    assertThat(due.overdueFrom()).isEqualTo("2026-03-28T22:00:00Z");
  }

  @Test
  void an_instant_is_over_once_it_has_passed() {
    Instant noon = Instant.parse("2026-12-01T12:00:00Z");
    Due due = new Due.At(noon, ZoneOffset.UTC);

    assertThat(due.isOverdue(noon)).isFalse();
    assertThat(due.isOverdue(noon.plusNanos(1))).isTrue();
  }

  @Test
  void lists_what_is_overdue_the_longest_first_and_leaves_closed_tasks_out() {
    Task later = tasks.plan("later").about(ada).due(LocalDate.of(2026, 3, 5)).save();
    Task sooner = tasks.plan("sooner").about(ada).due(LocalDate.of(2026, 3, 4)).save();
    Task done = tasks.plan("done").about(ada).due(LocalDate.of(2026, 3, 3)).save();
    tasks.complete(done.id()).commit();
    planned();

    assertThat(tasks.overdue(Instant.parse("2026-03-05T00:00:00Z"))).containsExactly(sooner);
    assertThat(tasks.overdue(Instant.parse("2026-03-06T00:00:00Z"))).containsExactly(sooner, later);
  }

  @Test
  void an_agenda_is_by_due_time_then_priority_with_the_rest_last() {
    Task whenever = tasks.plan("whenever").about(ada).assign(LAN).save();
    Task friday = tasks.plan("friday").about(ada).assign(LAN).due(LocalDate.of(2026, 3, 6)).save();
    Task urgent =
        tasks
            .plan("urgent")
            .about(ada)
            .assign(LAN)
            .priority(Priority.URGENT)
            .due(LocalDate.of(2026, 3, 6))
            .save();
    tasks.plan("another's").about(ada).assign(UserRef.of("minh")).save();
    tasks.cancel(tasks.plan("off").about(ada).assign(LAN).save().id()).commit();

    assertThat(tasks.agenda(LAN)).containsExactly(urgent, friday, whenever);
  }

  @Test
  void shows_the_tasks_of_all_ids_of_a_person() {
    Task first = tasks.plan("first").about(ada).save();
    Task second = tasks.plan("second").about(bob).save();

    crm.merge(ada, bob);

    assertThat(tasks.about(bob)).containsExactly(first, second);
  }

  @Test
  void nothing_personal_shows_in_its_text() {
    assertThat(planned().toString()).doesNotContain("quote").contains("PLANNED");
  }
}

package io.customerhub.crm.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.crm.CrmFixture;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.Deals;
import io.customerhub.crm.deal.Pipelines;
import io.customerhub.crm.interaction.Interaction;
import io.customerhub.crm.interaction.Interactions;
import io.customerhub.crm.task.Task;
import io.customerhub.crm.task.Tasks;
import io.customerhub.crm.timeline.TimelineEntry.Kind;
import io.customerhub.profile.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CrmTimelineTest {

  private final CrmFixture crm = new CrmFixture();
  private final Deals deals = new Deals(crm.context(), Pipelines.of(List.of()));
  private final Tasks tasks = new Tasks(crm.context());
  private final Interactions interactions = new Interactions(crm.context());
  private final CrmTimeline timeline = new CrmTimeline(deals, tasks, interactions);
  private final ProfileId ada = crm.person();
  private final ProfileId bob = crm.person();

  private List<TimelineEntry> entries(Set<ProfileId> members, Instant from, Instant to, int limit) {
    return crm.storage().inTransaction(tx -> timeline.entries(tx, members, from, to, limit));
  }

  private List<TimelineEntry> all(ProfileId... members) {
    return entries(Set.of(members), CrmLimits.EARLIEST, CrmLimits.LATEST, 100);
  }

  private void hour() {
    crm.pass(Duration.ofHours(1));
  }

  @Test
  void shows_everything_newest_first_with_the_id_it_was_written_under() {
    Deal deal = deals.open("Engine").with(ada).amount("12000", "GBP").save();
    hour();
    Interaction call =
        interactions.call(bob).outbound().lasting(Duration.ofMinutes(12)).summary("prices").log();
    hour();
    Task task = tasks.plan("Send the quote").about(deal).save();
    hour();
    tasks.complete(task.id()).outcome("sent").commit();
    hour();
    Deal moved = deals.of(deal).moveTo("proposal").note("v2").commit();
    hour();
    deals.of(moved).lost("price").to("Globex").commit();

    Instant start = CrmFixture.START;
    String dealRef = "deal/" + deal.id();
    String taskRef = "task/" + task.id();
    assertThat(all(ada, bob))
        .containsExactly(
            new TimelineEntry(
                start.plus(Duration.ofHours(5)),
                Kind.DEAL_LOST,
                "Engine: lost",
                "price; to Globex; GBP 12,000.00",
                ada,
                dealRef),
            new TimelineEntry(
                start.plus(Duration.ofHours(4)),
                Kind.DEAL_MOVED,
                "Engine: proposal",
                "v2; GBP 12,000.00",
                ada,
                dealRef),
            new TimelineEntry(
                start.plus(Duration.ofHours(3)),
                Kind.TASK_COMPLETED,
                "Send the quote",
                "sent",
                ada,
                taskRef),
            new TimelineEntry(
                start.plus(Duration.ofHours(2)),
                Kind.TASK_PLANNED,
                "Send the quote",
                "",
                ada,
                taskRef),
            new TimelineEntry(
                start.plus(Duration.ofHours(1)),
                Kind.INTERACTION,
                "call out, 12 min",
                "prices",
                bob,
                "interaction/" + call.id()),
            new TimelineEntry(
                start, Kind.DEAL_OPENED, "Engine: qualify", "GBP 12,000.00", ada, dealRef));
    assertThat(all(bob)).extracting(TimelineEntry::kind).containsExactly(Kind.INTERACTION);
  }

  @Test
  void is_bounded_in_time_and_number() {
    for (int i = 0; i < 5; i++) {
      interactions.note(ada).summary("note " + i).log();
      hour();
    }
    Instant start = CrmFixture.START;

    assertThat(entries(Set.of(ada), start.plusSeconds(3600), start.plusSeconds(4 * 3600), 100))
        .extracting(TimelineEntry::detail)
        .containsExactly("note 3", "note 2", "note 1");
    assertThat(entries(Set.of(ada), CrmLimits.EARLIEST, CrmLimits.LATEST, 2))
        .extracting(TimelineEntry::detail)
        .containsExactly("note 4", "note 3");
    assertThatThrownBy(() -> entries(Set.of(ada), start, start, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shows_a_stakeholders_deal_under_the_stakeholders_id() {
    deals.open("Engine").with(ada).with(bob).save();

    assertThat(all(bob)).extracting(TimelineEntry::member).containsExactly(bob);
    assertThat(all(ada, bob)).extracting(TimelineEntry::member).containsExactly(ada);
  }

  @Test
  void nothing_personal_shows_in_its_text() {
    interactions.note(ada).summary("Ada is ill").log();

    assertThat(all(ada).toString()).doesNotContain("Ada").contains("INTERACTION");
  }
}

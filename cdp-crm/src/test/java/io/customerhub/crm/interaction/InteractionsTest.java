package io.customerhub.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.crm.Channel;
import io.customerhub.crm.CrmFixture;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.UserRef;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.Deals;
import io.customerhub.crm.deal.Pipelines;
import io.customerhub.profile.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InteractionsTest {

  private final CrmFixture crm = new CrmFixture();
  private final Interactions interactions = new Interactions(crm.context());
  private final ProfileId ada = crm.person();
  private final ProfileId bob = crm.person();

  @Test
  void keeps_all_that_was_said() {
    Deal deal = new Deals(crm.context(), Pipelines.of(List.of())).open("Engine").with(ada).save();
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");

    Interaction call =
        interactions
            .call(ada)
            .inbound()
            .with(bob)
            .lasting(Duration.ofMinutes(12))
            .about(deal)
            .summary("volume pricing")
            .externalId("call-1")
            .at(noon)
            .by(UserRef.of("lan"))
            .log();

    assertThat(interactions.find(call.id())).contains(call);
    assertThat(call.channel()).isEqualTo(Channel.CALL);
    assertThat(call.direction()).isEqualTo(Direction.IN);
    assertThat(call.participants()).containsExactlyInAnyOrder(ada, bob);
    assertThat(call.duration()).contains(Duration.ofMinutes(12));
    assertThat(call.deal()).contains(deal.id());
    assertThat(call.summary()).isEqualTo("volume pricing");
    assertThat(call.at()).isEqualTo(noon);
    assertThat(interactions.about(deal)).containsExactly(call);
    assertThat(interactions.about(bob)).containsExactly(call);
  }

  @Test
  void knows_five_channels_each_with_its_usual_direction() {
    List<Interaction> logged =
        List.of(
            interactions.call(ada).log(),
            interactions.email(ada).log(),
            interactions.meeting(ada).log(),
            interactions.chat(ada).log(),
            interactions.note(ada).log());

    assertThat(logged).extracting(Interaction::channel).containsExactly(Channel.values());
    assertThat(logged)
        .extracting(Interaction::direction)
        .containsExactly(
            Direction.OUT, Direction.OUT, Direction.OUT, Direction.OUT, Direction.INTERNAL);
    assertThat(interactions.about(ada)).containsExactlyInAnyOrderElementsOf(logged);
  }

  @Test
  void logs_the_same_external_id_of_a_channel_once() {
    Interaction first = interactions.email(ada).externalId("<1@x>").summary("first").log();
    Interaction again = interactions.email(ada).externalId(" <1@x> ").summary("again").log();
    Interaction chat = interactions.chat(ada).externalId("<1@x>").log();

    assertThat(again).isEqualTo(first);
    assertThat(chat.id()).isNotEqualTo(first.id());
    assertThat(interactions.about(ada)).containsExactlyInAnyOrder(first, chat);
  }

  @Test
  void logs_it_once_when_several_threads_bring_it_at_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Interaction>> work = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        String summary = "copy " + i;
        work.add(() -> interactions.email(ada).externalId("<1@x>").summary(summary).log());
      }
      Set<Interaction> logged = new HashSet<>();
      for (Future<Interaction> each : threads.invokeAll(work)) {
        logged.add(each.get());
      }
      assertThat(logged).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(interactions.about(ada)).hasSize(1);
  }

  @Test
  void refuses_bad_values_naming_the_field_and_what_was_expected() {
    assertThatThrownBy(() -> interactions.call(ada).summary("x".repeat(10_000)))
        .isInstanceOf(InvalidRecordException.class)
        .hasMessage("summary has 10000 characters, at most 4096 are allowed");
    assertThatThrownBy(() -> interactions.call(ada).externalId(" "))
        .hasMessage("externalId is blank; expected 1 to 240 characters");
    assertThatThrownBy(() -> interactions.call(ada).lasting(Duration.ofSeconds(-1)).log())
        .hasMessage("lasting is from zero to 366 days");
    assertThatThrownBy(() -> interactions.call(ada).at(Instant.MAX))
        .hasMessage("at is out of range; expected the years 1 to 9999");
  }

  @Test
  void nothing_personal_shows_in_its_text() {
    Interaction note = interactions.note(ada).summary("Ada is ill").log();

    assertThat(note.toString()).doesNotContain("Ada").contains("NOTE");
  }
}

package io.customerhub.crm.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.crm.CrmFixture;
import io.customerhub.crm.IllegalTransitionException;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.UserRef;
import io.customerhub.profile.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DealCommandsTest {

  private static final UserRef LAN = UserRef.of("lan");

  private final CrmFixture crm = new CrmFixture();
  private final Deals deals = new Deals(crm.context(), Pipelines.of(List.of()));
  private final ProfileId ada = crm.person();
  private final ProfileId bob = crm.person();

  private Deal opened() {
    return deals.open("Analytical Engine").with(ada).amount("12000", "GBP").save();
  }

  @Nested
  class Moving {

    @Test
    void ends_one_entry_where_the_next_begins() {
      Deal deal = opened();
      crm.pass(Duration.ofDays(3));

      Deal moved = deals.of(deal).moveTo("proposal").note("sent v2").by(LAN).commit();

      assertThat(moved.version()).isEqualTo(1);
      assertThat(moved.stage()).isEqualTo("proposal");
      assertThat(moved.entries().get(0).leftAt()).contains(crm.now());
      assertThat(moved.entries().get(1))
          .isEqualTo(
              new StageEntry(
                  "proposal",
                  crm.now(),
                  Optional.empty(),
                  deal.amount(),
                  0.5,
                  LAN,
                  "sent v2",
                  Optional.empty()));
      assertThat(moved.entries().get(0).stay(crm.now())).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void can_be_told_when_it_took_effect_so_that_imports_build_a_true_history() {
      Deal deal = deals.open("x").with(ada).openedAt(Instant.parse("2020-01-01T00:00:00Z")).save();

      deal = deals.of(deal).moveTo("proposal").on(Instant.parse("2020-02-01T00:00:00Z")).commit();
      deal = deals.of(deal).won("fit").on(Instant.parse("2020-03-01T00:00:00Z")).commit();

      assertThat(deal.entries())
          .extracting(entry -> entry.stage() + " " + entry.enteredAt())
          .containsExactly(
              "qualify 2020-01-01T00:00:00Z",
              "proposal 2020-02-01T00:00:00Z",
              "won 2020-03-01T00:00:00Z");
      assertThat(deal.closedAt()).contains(Instant.parse("2020-03-01T00:00:00Z"));
    }

    @Test
    void is_refused_before_the_present_stage_was_entered_and_in_the_future() {
      Deal deal = opened();

      assertThatThrownBy(
              () -> deals.of(deal).moveTo("proposal").on(crm.now().minusSeconds(1)).commit())
          .isInstanceOf(InvalidRecordException.class)
          .hasMessageStartingWith("on is 2026-03-02T08:59:59Z, before 2026-03-02T09:00:00Z");
      assertThatThrownBy(
              () -> deals.of(deal).moveTo("proposal").on(crm.now().plusSeconds(1)).commit())
          .hasMessageStartingWith("on is 2026-03-02T09:00:01Z, after the present");
      assertThat(deals.find(deal.id())).contains(deal);
    }

    @Test
    void still_works_when_the_clock_has_stepped_back() {
      Deal deal = opened();
      crm.pass(Duration.ofSeconds(-5));

      Deal moved = deals.of(deal).moveTo("proposal").commit();

      assertThat(moved.entries().get(1).enteredAt()).isEqualTo(CrmFixture.START);
    }

    @Test
    void says_which_stages_are_legal() {
      Deal deal = deals.of(opened()).moveTo("proposal").commit();

      assertThatThrownBy(() -> deals.of(deal).moveTo("closing").commit())
          .hasMessage(
              "stage is none of pipeline sales@1, which has qualify, proposal, negotiate, won, lost");
      assertThatThrownBy(() -> deals.of(deal).moveTo("proposal").commit())
          .isInstanceOf(IllegalTransitionException.class)
          .hasMessage(
              "Cannot move deal "
                  + deal.id()
                  + ": it is in stage proposal already; legal stages are qualify, negotiate");
      assertThatThrownBy(() -> deals.of(deal).moveTo("won").commit())
          .hasMessageContaining("use won, lost or abandoned with a reason")
          .hasMessageContaining("legal stages are qualify, negotiate");
    }

    @Test
    void backward_follows_the_policy_of_the_pipeline() {
      assertThat(back(Backward.ALLOW, "").stage()).isEqualTo("a");
      assertThat(back(Backward.WITH_NOTE, "new budget round").stage()).isEqualTo("a");
      assertThatThrownBy(() -> back(Backward.WITH_NOTE, ""))
          .isInstanceOf(IllegalTransitionException.class)
          .hasMessageContaining("a comes before b; going back needs a note");
      assertThatThrownBy(() -> back(Backward.FORBID, "please"))
          .isInstanceOf(IllegalTransitionException.class)
          .hasMessageEndingWith("a comes before b; no way back; legal stages are c");
    }

    private Deal back(Backward policy, String note) {
      Pipeline pipeline =
          Pipeline.named("p")
              .stage("a", 0.1)
              .stage("b", 0.2)
              .stage("c", 0.3)
              .won("w")
              .lost("l", "price")
              .backward(policy)
              .build();
      Deals own = new Deals(crm.context(), Pipelines.of(List.of(pipeline)));
      DealEdit edit = own.of(own.open("x").with(ada).at("b").save()).moveTo("a");
      return (note.isEmpty() ? edit : edit.note(note)).commit();
    }
  }

  @Nested
  class Closing {

    @Test
    void wins_with_a_reason() {
      Deal won = deals.of(opened()).won("fit").commit();

      assertThat(won.status()).isEqualTo(DealStatus.WON);
      assertThat(won.stage()).isEqualTo("won");
      assertThat(won.winProbability()).isEqualTo(1);
      assertThat(won.outcome().orElseThrow().reason()).isEqualTo("fit");
    }

    @Test
    void loses_for_a_reason_of_the_pipeline_to_a_competitor() {
      Deal lost = deals.of(opened()).lost("price").to("Globex").commit();

      assertThat(lost.status()).isEqualTo(DealStatus.LOST);
      assertThat(lost.winProbability()).isZero();
      assertThat(lost.outcome().orElseThrow().competitor()).contains("Globex");
    }

    @Test
    void refuses_a_reason_that_the_pipeline_does_not_have_and_other_without_a_note() {
      Deal deal = opened();

      assertThatThrownBy(() -> deals.of(deal).lost("weather").commit())
          .hasMessage(
              "reason is none of pipeline sales@1, which has price, timing, competitor, other");
      assertThatThrownBy(() -> deals.of(deal).lost("other").commit())
          .hasMessage("note is needed with the reason other");
      assertThat(deals.of(deal).lost("other").note("moved away").commit().status())
          .isEqualTo(DealStatus.LOST);
    }

    @Test
    void abandons_and_reopens_keeping_the_old_outcome_in_the_ledger() {
      Deal gone = deals.of(opened()).abandoned("no answer").commit();
      Deal back = deals.of(gone).reopen("proposal").note("they called").commit();

      assertThat(gone.status()).isEqualTo(DealStatus.ABANDONED);
      assertThat(back.isOpen()).isTrue();
      assertThat(back.stage()).isEqualTo("proposal");
      assertThat(back.winProbability()).isEqualTo(0.5);
      assertThat(back.entries().get(1).outcome()).isEqualTo(gone.outcome());
    }

    @Test
    void every_pair_of_state_and_command_does_what_the_table_says() {
      for (DealStatus from : DealStatus.values()) {
        for (String command : List.of("move", "win", "lose", "abandon", "reopen")) {
          Deal deal = in(from);
          DealEdit edit = command(deals.of(deal), command);
          if (DealStatus.MACHINE.commands(from).contains(command)) {
            assertThat(edit.commit().status())
                .as("%s %s", from, command)
                .isEqualTo(DealStatus.MACHINE.after(from, command, "x"));
          } else {
            assertThatThrownBy(edit::commit)
                .as("%s %s", from, command)
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessageContaining(
                    "legal commands are " + String.join(", ", DealStatus.MACHINE.commands(from)));
          }
        }
      }
    }

    private Deal in(DealStatus status) {
      return switch (status) {
        case OPEN -> opened();
        case WON -> deals.of(opened()).won("fit").commit();
        case LOST -> deals.of(opened()).lost("price").commit();
        case ABANDONED -> deals.of(opened()).abandoned("silence").commit();
      };
    }

    private DealEdit command(DealEdit edit, String command) {
      return switch (command) {
        case "move" -> edit.moveTo("proposal");
        case "win" -> edit.won("fit");
        case "lose" -> edit.lost("price");
        case "abandon" -> edit.abandoned("silence");
        default -> edit.reopen("proposal");
      };
    }
  }
}

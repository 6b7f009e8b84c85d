package io.customerhub.crm.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.crm.CrmFixture;
import io.customerhub.crm.IllegalTransitionException;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.Money;
import io.customerhub.crm.Revision;
import io.customerhub.crm.UserRef;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.StaleWriteException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DealsTest {

  private static final UserRef LAN = UserRef.of("lan");

  private final CrmFixture crm = new CrmFixture();
  private final Deals deals = new Deals(crm.context(), Pipelines.of(List.of()));
  private final ProfileId ada = crm.person();
  private final ProfileId bob = crm.person();

  private Deal opened() {
    return deals.open("Analytical Engine").with(ada).amount("12000", "GBP").save();
  }

  @Nested
  class Opening {

    @Test
    void keeps_all_that_was_said() {
      Deal deal =
          deals
              .open(" Analytical Engine ")
              .with(ada)
              .with(ada, DealRole.DECISION_MAKER)
              .with(bob, DealRole.USER)
              .with(bob, DealRole.CHAMPION)
              .amount("12000", "GBP")
              .closing(LocalDate.of(2026, 12, 18))
              .in("sales")
              .at("proposal")
              .ownedBy(LAN)
              .by(LAN)
              .note("met at the fair")
              .openedAt(Instant.parse("2026-01-01T00:00:00Z"))
              .save();

      assertThat(deals.find(deal.id())).contains(deal);
      assertThat(deal.name()).isEqualTo("Analytical Engine");
      assertThat(deal.subject()).isEqualTo(ada);
      assertThat(deal.stakeholders())
          .containsExactly(
              new Stakeholder(ada, Set.of(DealRole.DECISION_MAKER)),
              new Stakeholder(bob, EnumSet.of(DealRole.USER, DealRole.CHAMPION)));
      assertThat(deal.amount()).contains(Money.of("12000", "GBP"));
      assertThat(deal.expectedClose()).contains(LocalDate.of(2026, 12, 18));
      assertThat(deal.owner()).contains(LAN);
      assertThat(deal.stage()).isEqualTo("proposal");
      assertThat(deal.winProbability()).isEqualTo(0.5);
      assertThat(deal.openedAt()).isEqualTo("2026-01-01T00:00:00Z");
      assertThat(deal.entries().get(0).note()).isEqualTo("met at the fair");
      assertThat(deal.version()).isZero();
    }

    @Test
    void begins_in_the_first_stage_of_the_first_pipeline_now() {
      Deal deal = opened();

      assertThat(deal.pipeline()).hasToString("sales@1");
      assertThat(deal.stage()).isEqualTo("qualify");
      assertThat(deal.openedAt()).isEqualTo(CrmFixture.START);
      assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
      assertThat(deal.outcome()).isEmpty();
    }

    @Test
    void refuses_bad_values_naming_the_field_and_what_was_expected() {
      assertThatThrownBy(() -> deals.open("  "))
          .isInstanceOf(InvalidRecordException.class)
          .hasMessage("name is blank; expected 1 to 256 characters");
      assertThatThrownBy(() -> deals.open("x".repeat(10_000)))
          .hasMessage("name has 10000 characters, at most 256 are allowed");
      assertThatThrownBy(() -> deals.open("a\0b")).hasMessageStartingWith("name holds U+0000");
      assertThatThrownBy(() -> deals.open("x").amount("-1", "GBP").with(ada).save())
          .isInstanceOf(InvalidRecordException.class)
          .hasMessage("amount of a deal is from 0 to below 1,000,000,000,000,000");
      assertThatThrownBy(() -> deals.open("x").amount("1", "XYZ"))
          .hasMessageStartingWith("currency is not a code of ISO 4217");
      assertThatThrownBy(() -> deals.open("x").note("y".repeat(10_000)))
          .hasMessage("note has 10000 characters, at most 4096 are allowed");
      assertThatThrownBy(() -> deals.open("x").closing(LocalDate.MAX).with(ada).save())
          .hasMessageStartingWith("expectedClose is out of range");
      assertThatThrownBy(() -> deals.open("x").save()).hasMessageStartingWith("with has to name");
      assertThatThrownBy(() -> deals.open("x").with(ada).in("rent").save())
          .hasMessage("pipeline is not defined; there are sales");
      assertThatThrownBy(() -> deals.open("x").with(ada).at("done").save())
          .hasMessage(
              "stage is none of pipeline sales@1, which has qualify, proposal, negotiate, won, lost");
      assertThatThrownBy(() -> deals.open("x").with(ada).at("won").save())
          .hasMessage("stage is closed; a deal begins in qualify, proposal, negotiate");
      assertThatThrownBy(() -> deals.open("x").with(ada).openedAt(crm.now().plusSeconds(1)).save())
          .hasMessageStartingWith("openedAt is 2026-03-02T09:00:01Z, after the present");
    }
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

  @Nested
  class Probabilities {

    @Test
    void set_by_hand_stays_through_moves_until_given_back() {
      Deal deal = deals.of(opened()).probability(0.65).because("verbal yes").by(LAN).commit();
      deal = deals.of(deal).moveTo("negotiate").commit();

      assertThat(deal.probability())
          .isEqualTo(new Probability.Manual(0.65, LAN, CrmFixture.START, "verbal yes"));
      assertThat(deal.entries().get(1).probability()).isEqualTo(0.65);

      deal = deals.of(deal).inherit().commit();

      assertThat(deal.probability()).isEqualTo(new Probability.Inherited(0.8));
    }

    @Test
    void has_to_be_a_number_from_0_to_1() {
      Deal deal = opened();

      for (double bad :
          new double[] {Double.NaN, -0.01, 1.01, Double.POSITIVE_INFINITY, -Double.MIN_VALUE}) {
        assertThatThrownBy(() -> deals.of(deal).probability(bad))
            .isInstanceOf(InvalidRecordException.class)
            .hasMessage("probability is " + bad + ", expected a number from 0 to 1");
      }
    }

    @Test
    void of_a_closed_deal_cannot_be_set() {
      Deal won = deals.of(opened()).won("fit").commit();

      assertThatThrownBy(() -> deals.of(won).probability(0.5).commit())
          .isInstanceOf(IllegalTransitionException.class)
          .hasMessageContaining("it is closed; reopen it first");
    }
  }

  @Nested
  class Committing {

    @Test
    void refuses_a_stale_deal_naming_both_versions() {
      Deal deal = opened();
      deals.of(deal).moveTo("proposal").commit();

      assertThatThrownBy(() -> deals.of(deal).won("fit").commit())
          .isInstanceOf(StaleWriteException.class)
          .hasMessageContaining("expected version 0, found version 1");
      assertThat(deals.find(deal.id()).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void appends_a_version_with_actor_and_change() {
      Deal deal = opened();
      crm.pass(Duration.ofHours(1));
      Deal moved =
          deals.of(deal).moveTo("proposal").amount("13000", "GBP").ownedBy(LAN).by(LAN).commit();

      assertThat(deals.history(moved))
          .containsExactly(
              new Revision<>(deal, "system", "opened in qualify", CrmFixture.START),
              new Revision<>(
                  moved,
                  "lan",
                  "amount changed; owner changed; moved from qualify to proposal",
                  crm.now()));
    }

    @Test
    void refuses_contradictions_naming_both() {
      Deal deal = opened();

      assertThatThrownBy(() -> deals.of(deal).won("fit").lost("price"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a change can hold one step, but got won and lost");
      assertThatThrownBy(() -> deals.of(deal).commit()).hasMessage("there is nothing to change");
      assertThatThrownBy(() -> deals.of(deal).inherit().probability(0.5).commit())
          .hasMessage("got both probability and inherit");
      assertThatThrownBy(() -> deals.of(deal).won("fit").to("Globex").commit())
          .hasMessage("got to(competitor) without lost");
      assertThatThrownBy(() -> deals.of(deal).amount("1", "GBP").on(crm.now()).commit())
          .hasMessage("got on(time) without a change of stage");
    }

    @Test
    void takes_a_deal_of_a_forgotten_revision_into_the_latest() {
      Deal deal = opened();
      Pipeline second =
          Pipeline.named("sales")
              .stage("qualify", 0.2)
              .stage("demo", 0.4)
              .won("won")
              .lost("lost", "price")
              .revision(2)
              .build();
      Deals later = new Deals(crm.context(), Pipelines.of(List.of(second)));

      Deal moved = later.of(deal).moveTo("demo").commit();

      assertThat(moved.pipeline()).hasToString("sales@2");
      assertThat(later.history(moved).get(1).change())
          .isEqualTo("taken over into sales@2; moved from qualify to demo");
    }
  }

  @Nested
  class Finding {

    @Test
    void shows_the_deals_of_all_ids_of_a_person_and_falls_back_when_they_part() {
      Deal first = deals.open("first").with(ada).save();
      Deal second = deals.open("second").with(bob).save();

      crm.merge(ada, bob);
      assertThat(deals.about(ada)).containsExactly(first, second);
      assertThat(deals.about(bob)).containsExactly(first, second);

      crm.unmerge(ada, bob);
      assertThat(deals.about(ada)).containsExactly(first);
      assertThat(deals.about(bob)).containsExactly(second);
    }

    @Test
    void shows_a_deal_to_its_stakeholders_once() {
      Deal deal = deals.open("x").with(ada).with(bob, DealRole.USER).save();
      crm.merge(ada, bob);

      assertThat(deals.about(bob)).containsExactly(deal);
    }

    @Test
    void lists_by_filter_page_by_page_in_order_of_opening() {
      List<Deal> mine = new ArrayList<>();
      for (int i = 0; i < 1200; i++) {
        DealDraft draft = deals.open("deal " + i).with(ada);
        Deal deal = (i % 3 == 0 ? draft.ownedBy(LAN) : draft).save();
        if (i % 2 == 0) {
          deal = deals.of(deal).won("fit").commit();
        }
        if (i % 6 == 0) {
          mine.add(deal);
        }
      }
      DealFilter filter = DealFilter.all().won().ownedBy(LAN).in("sales").at("won");

      List<Deal> first = deals.list(filter, 150);
      List<Deal> rest = deals.list(filter, first.get(149).id(), 1000);

      assertThat(first).isEqualTo(mine.subList(0, 150));
      assertThat(rest).isEqualTo(mine.subList(150, mine.size()));
      assertThat(deals.list(DealFilter.all(), 1000)).hasSize(1000);
      assertThat(deals.list(DealFilter.all().lost(), 10)).isEmpty();
      assertThat(deals.list(DealFilter.all().open(), 1000)).hasSize(600);
    }

    @Test
    void refuses_a_page_without_bounds() {
      assertThatThrownBy(() -> deals.list(DealFilter.all(), 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("limit is 0, expected 1 to 1000");
      assertThatThrownBy(() -> deals.list(DealFilter.all(), 1001))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void nothing_personal_shows_in_its_text() {
    Deal deal = deals.of(opened()).lost("other").to("Globex").note("Ada fell ill").commit();

    assertThat(deal + " " + deals.history(deal) + deal.entries() + deal.outcome())
        .doesNotContain("Analytical", "Globex", "Ada")
        .contains(deal.id().toString());
  }
}

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

package io.customerhub.crm.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.crm.CrmFixture;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.IllegalTransitionException;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.Money;
import io.customerhub.crm.Revision;
import io.customerhub.crm.UserRef;
import io.customerhub.crm.record.Body;
import io.customerhub.profile.ProfileId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What holds of a deal whatever is done to it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RandomDealsTest {

  private static final List<String> STAGES =
      List.of("qualify", "proposal", "negotiate", "won", "lost", "unknown");
  private static final List<String> TEXTS =
      List.of("fit", "ünï\u2028cödé 🎩", "\"quoted\\\"", "{\"a\":1}", "=1+1", "x".repeat(256));

  @Test
  void any_sequence_of_commands_leaves_a_deal_that_is_sound_and_reads_back_the_same() {
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      CrmFixture crm = new CrmFixture();
      Deals deals = new Deals(crm.context(), Pipelines.of(List.of()));
      Deal deal = deals.open(text(random)).with(crm.person()).save();
      List<Deal> versions = new ArrayList<>(List.of(deal));
      for (int step = 0; step < 40; step++) {
        crm.pass(Duration.ofSeconds(random.nextInt(1000)));
        Deal changed = tryToChange(deals, deal, random, crm);
        if (changed.version() != deal.version()) {
          versions.add(changed);
        }
        deal = changed;
        requireSound(deal, "seed " + seed + ", step " + step);
      }
      assertThat(deals.find(deal.id())).as("seed %d", seed).contains(deal);
      assertThat(deals.history(deal))
          .as("seed %d", seed)
          .extracting(Revision::value)
          .isEqualTo(versions);
    }
  }

  private static Deal tryToChange(Deals deals, Deal deal, Random random, CrmFixture crm) {
    try {
      return edit(deals.of(deal), deal, random, crm).commit();
    } catch (IllegalTransitionException | InvalidRecordException refused) {
      assertThat(deals.find(deal.id())).as("a refused command changes nothing").contains(deal);
      return deal;
    }
  }

  private static DealEdit edit(DealEdit edit, Deal deal, Random random, CrmFixture crm) {
    UserRef user = UserRef.of("user " + random.nextInt(3));
    return switch (random.nextInt(10)) {
      case 0 -> edit.won(text(random));
      case 1 -> edit.lost("price").to(text(random));
      case 2 -> edit.abandoned(text(random));
      case 3 -> edit.reopen(stage(random)).note(text(random));
      case 4 -> edit.probability(random.nextDouble()).because(text(random)).by(user);
      case 5 -> edit.inherit();
      case 6 -> edit.amount(amount(random)).ownedBy(user);
      case 7 -> edit.with(crm.person(), DealRole.values()[random.nextInt(6)]);
      case 8 -> edit.closing(LocalDate.ofEpochDay(random.nextInt(100_000)));
      default ->
          edit.moveTo(stage(random))
              .on(deal.openedAt().plusSeconds(random.nextInt(20_000)))
              .note(text(random))
              .by(user);
    };
  }

  private static void requireSound(Deal deal, String context) {
    assertThat(deal.entries().get(0).enteredAt()).as(context).isEqualTo(deal.openedAt());
    for (int i = 0; i < deal.entries().size() - 1; i++) {
      StageEntry next = deal.entries().get(i + 1);
      assertThat(deal.entries().get(i).leftAt()).as(context).contains(next.enteredAt());
    }
    assertThat(deal.last().leftAt()).as(context).isEmpty();
    StageType type = Pipeline.sales().stage(deal.stage()).type();
    assertThat(deal.isOpen()).as(context).isEqualTo(type == StageType.OPEN);
    assertThat(deal.status() == DealStatus.WON).as(context).isEqualTo(type == StageType.WON);
    assertThat(deal.winProbability() == 1).as(context).isEqualTo(deal.status() == DealStatus.WON);
    Body written = DealRecords.INSTANCE.write(deal);
    assertThat(
            DealRecords.INSTANCE.read(
                deal.id().value(), deal.version(), Body.parse(written.json())))
        .as(context)
        .isEqualTo(deal);
  }

  @Test
  void merging_and_unmerging_leaves_what_each_showed_before() {
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      CrmFixture crm = new CrmFixture();
      Deals deals = new Deals(crm.context(), Pipelines.of(List.of()));
      List<ProfileId> people = List.of(crm.person(), crm.person(), crm.person());
      for (int i = 0; i < 12; i++) {
        deals.open("deal " + i).with(person(people, random)).with(person(people, random)).save();
      }
      List<List<Deal>> before = people.stream().map(deals::about).toList();

      ProfileId[] merged = {people.get(0), people.get(2)};
      crm.merge(merged);
      List<Deal> together = deals.about(people.get(2));
      crm.unmerge(merged);

      assertThat(together)
          .as("seed %d", seed)
          .doesNotHaveDuplicates()
          .containsAll(before.get(0))
          .containsAll(before.get(2));
      assertThat(people.stream().map(deals::about)).as("seed %d", seed).isEqualTo(before);
    }
  }

  private static ProfileId person(List<ProfileId> people, Random random) {
    return people.get(random.nextInt(people.size()));
  }

  private static String stage(Random random) {
    return STAGES.get(random.nextInt(STAGES.size()));
  }

  private static String text(Random random) {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    assertThat(text.length()).isLessThanOrEqualTo(CrmLimits.TITLE);
    return text;
  }

  private static Money amount(Random random) {
    String currency = List.of("GBP", "JPY", "BHD").get(random.nextInt(3));
    return Money.of(BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(4)), currency);
  }
}

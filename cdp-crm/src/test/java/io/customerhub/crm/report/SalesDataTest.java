package io.customerhub.crm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerhub.crm.CrmContext;
import io.customerhub.crm.CrmFixture;
import io.customerhub.crm.Money;
import io.customerhub.crm.UserRef;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.DealDraft;
import io.customerhub.crm.deal.DealFilter;
import io.customerhub.crm.deal.Deals;
import io.customerhub.crm.deal.Pipeline;
import io.customerhub.crm.deal.Pipelines;
import io.customerhub.profile.ProfileId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * 8,800 deals of a fictitious company (Maven Analytics, "CRM Sales Opportunities"), brought in
 * through the services. The expected numbers were computed from the file by other means.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SalesDataTest {

  private static final Pipeline HARDWARE =
      Pipeline.named("hardware")
          .stage("prospecting", 0.1)
          .stage("engaging", 0.5)
          .won("won")
          .lost("lost", "not recorded")
          .build();

  private static final CrmFixture CRM = new CrmFixture();
  private static final CrmContext CONTEXT = CRM.context();
  private static final Deals DEALS = new Deals(CONTEXT, Pipelines.of(List.of(HARDWARE)));
  private static final Reports REPORTS = new Reports(DEALS);
  private static final Map<String, ProfileId> ACCOUNTS = new HashMap<>();

  @BeforeAll
  static void bring_in_the_deals() throws IOException {
    String data = System.getProperty("customerhub.shared.data", "");
    Path file = Path.of(data, "maven-crm-sales", "sales_pipeline.csv");
    assumeTrue(!data.isEmpty() && Files.exists(file), "needs maven-crm-sales/sales_pipeline.csv");
    List<String> lines = Files.readAllLines(file);
    lines.subList(1, lines.size()).forEach(line -> bringIn(line.split(",", -1)));
  }

  /** The columns: id, seller, product, account, stage, engaged on, closed on, value. */
  private static void bringIn(String[] row) {
    ProfileId account = ACCOUNTS.computeIfAbsent(row[3], name -> CRM.person());
    DealDraft draft = DEALS.open(row[2]).with(account).ownedBy(UserRef.of(row[1]));
    if (row[4].equals("Prospecting")) {
      draft.save();
      return;
    }
    Deal deal = draft.at("engaging").openedAt(day(row[5])).save();
    if (row[4].equals("Won")) {
      DEALS.of(deal).amount(row[7], "USD").won("not recorded").on(day(row[6])).commit();
    } else if (row[4].equals("Lost")) {
      DEALS.of(deal).lost("not recorded").on(day(row[6])).commit();
    }
  }

  private static Instant day(String date) {
    return LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  @Test
  void the_funnel_counts_what_the_file_holds() {
    FunnelReport funnel = REPORTS.funnel("hardware").run();

    assertThat(funnel.rows()).extracting(FunnelRow::deals).containsExactly(8_800L, 8_300L, 4_238L);
    assertThat(funnel.rows()).extracting(FunnelRow::lostHere).containsExactly(0L, 2_473L, 0L);
    assertThat(funnel.rows()).extracting(FunnelRow::openHere).containsExactly(500L, 1_589L, 0L);
    assertThat(funnel.rows().get(2).amounts())
        .isEqualTo(Map.of("USD", Money.of("10005534", "USD")));
  }

  @Test
  void the_win_rate_and_its_quarters_are_those_of_the_file() {
    WinRate all = REPORTS.winRate("hardware").run();

    assertThat(all.won()).isEqualTo(4_238);
    assertThat(all.lost()).isEqualTo(2_473);
    assertThat(all.rate()).isCloseTo(0.63150, within(0.000005));
    assertThat(all.low()).isCloseTo(0.61989, within(0.000005));
    assertThat(all.high()).isCloseTo(0.64296, within(0.000005));
    assertThat(all.wonAmounts()).containsOnlyKeys("USD");
    assertThat(quarter("2017-01-01", "2017-04-01")).containsExactly(531L, 116L);
    assertThat(quarter("2017-04-01", "2017-07-01")).containsExactly(1_254L, 778L);
    assertThat(quarter("2017-07-01", "2017-10-01")).containsExactly(1_257L, 790L);
    assertThat(quarter("2017-10-01", "2018-01-01")).containsExactly(1_196L, 789L);
  }

  private static List<Long> quarter(String from, String to) {
    WinRate rate = REPORTS.winRate("hardware").closedIn(day(from), day(to)).run();
    return List.of(rate.won(), rate.lost());
  }

  @Test
  void the_history_of_stages_gives_the_days_to_close() {
    double days =
        DEALS.collect(DealFilter.all().won(), Collectors.averagingDouble(SalesDataTest::cycle));

    assertThat(days).isCloseTo(51.782, within(0.0005));
  }

  private static double cycle(Deal deal) {
    return Duration.between(deal.openedAt(), deal.closedAt().orElseThrow()).toDays();
  }

  @Test
  void a_users_deals_are_found_by_owner() {
    List<Deal> won =
        DEALS.list(DealFilter.all().won().ownedBy(UserRef.of("Darcel Schlecht")), 1000);

    assertThat(won.stream().map(deal -> deal.amount().orElseThrow()).reduce(Money::plus))
        .contains(Money.of("1153214", "USD"));
  }
}

package io.customerhub.crm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.crm.CrmFixture;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.Money;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.Deals;
import io.customerhub.crm.deal.Pipelines;
import io.customerhub.profile.ProfileId;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FunnelReportTest {

  private final CrmFixture crm = new CrmFixture();
  private final Deals deals = new Deals(crm.context(), Pipelines.of(List.of()));
  private final Reports reports = new Reports(deals);
  private final ProfileId ada = crm.person();

  private Deal open(String amount, String currency) {
    return deals.open("x").with(ada).amount(amount, currency).save();
  }

  private FunnelReport run() {
    return reports.funnel("sales").run();
  }

  private static List<Long> counts(FunnelReport report) {
    return report.rows().stream().map(FunnelRow::deals).toList();
  }

  @Test
  void a_lost_deal_stays_in_where_it_had_come_to() {
    deals.of(deals.of(open("1", "GBP")).moveTo("proposal").commit()).lost("price").commit();
    open("2", "GBP");

    FunnelReport report = run();

    assertThat(counts(report)).containsExactly(2L, 1L, 0L, 0L);
    assertThat(report.rows().get(1).lostHere()).isEqualTo(1);
    assertThat(report.rows().get(0).openHere()).isEqualTo(1);
    assertThat(report.lost()).isEqualTo(1);
    assertThat(report.open()).isEqualTo(1);
  }

  @Test
  void a_skipped_stage_counts_as_passed() {
    deals.of(open("1", "GBP")).won("fit").commit();
    deals.open("y").with(ada).at("negotiate").save();

    assertThat(counts(run())).containsExactly(2L, 2L, 2L, 1L);
  }

  @Test
  void a_stage_entered_twice_counts_once_and_going_back_takes_nothing_away() {
    Deal deal = deals.of(open("1", "GBP")).moveTo("proposal").commit();
    deal = deals.of(deal).moveTo("qualify").commit();
    deals.of(deal).moveTo("proposal").commit();
    Deal other = deals.of(open("1", "GBP")).moveTo("negotiate").commit();
    deals.of(other).moveTo("qualify").commit();

    assertThat(counts(run())).containsExactly(2L, 2L, 1L, 0L);
  }

  @Test
  void amounts_are_summed_by_currency() {
    deals.of(open("10.50", "GBP")).moveTo("proposal").commit();
    open("0.25", "GBP");
    open("7", "USD");
    deals.open("unknown").with(ada).save();

    List<FunnelRow> rows = run().rows();

    assertThat(rows.get(0).amounts())
        .isEqualTo(Map.of("GBP", Money.of("10.75", "GBP"), "USD", Money.of("7", "USD")));
    assertThat(rows.get(1).amounts()).isEqualTo(Map.of("GBP", Money.of("10.50", "GBP")));
    assertThat(rows.get(3).amounts()).isEmpty();
  }

  @Test
  void the_cohort_is_the_deals_opened_in_the_period() {
    open("1", "GBP");
    crm.pass(Duration.ofDays(1));
    open("2", "GBP");
    crm.pass(Duration.ofDays(1));
    open("3", "GBP");

    FunnelReport report =
        reports
            .funnel("sales")
            .openedIn(
                CrmFixture.START.plus(Duration.ofDays(1)),
                CrmFixture.START.plus(Duration.ofDays(2)))
            .run();

    assertThat(report.rows().get(0).amounts().get("GBP")).isEqualTo(Money.of("2", "GBP"));
    assertThat(report.deals()).isEqualTo(1);
  }

  @Test
  void shows_the_stages_as_they_were_at_a_time() {
    Deal deal = open("1", "GBP");
    crm.pass(Duration.ofDays(1));
    deals.of(deal).won("fit").commit();

    assertThat(counts(reports.funnel("sales").asOf(CrmFixture.START).run()))
        .containsExactly(1L, 0L, 0L, 0L);
    assertThat(counts(run())).containsExactly(1L, 1L, 1L, 1L);
    assertThat(reports.funnel("sales").asOf(CrmFixture.START.minusSeconds(1)).run().deals())
        .isZero();
  }

  @Test
  void shares_are_of_the_first_and_of_the_previous_stage() {
    for (int i = 0; i < 8; i++) {
      Deal deal = open("1", "GBP");
      if (i < 4) {
        deal = deals.of(deal).moveTo("proposal").commit();
      }
      if (i < 1) {
        deals.of(deal).moveTo("negotiate").commit();
      }
    }

    List<FunnelRow> rows = run().rows();

    assertThat(rows).extracting(FunnelRow::ofFirst).containsExactly(1.0, 0.5, 0.125, 0.0);
    assertThat(rows).extracting(FunnelRow::ofPrevious).containsExactly(1.0, 0.5, 0.25, 0.0);
  }

  @Test
  void refuses_an_unknown_pipeline_and_an_empty_period() {
    assertThatThrownBy(() -> reports.funnel("rent"))
        .isInstanceOf(InvalidRecordException.class)
        .hasMessage("pipeline is not defined; there are sales");
    assertThatThrownBy(() -> reports.funnel("sales").openedIn(CrmFixture.START, CrmFixture.START))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FunnelReport example() {
    return new FunnelReport(
        "sales",
        List.of(
            row("qualify", 1600, "120000", 1, 1, 300, 300),
            row("proposal", 1000, "90000.50", 0.625, 0.625, 400, 200),
            row("won", 400, "40000", 0.25, 0.4, 0, 0)));
  }

  private static FunnelRow row(
      String stage, long n, String gbp, double first, double previous, long lost, long open) {
    return new FunnelRow(
        stage, n, new TreeMap<>(Map.of("GBP", Money.of(gbp, "GBP"))), first, previous, lost, open);
  }

  @Test
  void reads_well_in_a_terminal() {
    assertThat(example().text())
        .isEqualTo(
            """
                      Funnel of sales                   deals   of first   of prev.
            qualify   ████████████████████████████████  1,600    100.0 %    100.0 %  GBP 120,000.00
            proposal  ████████████████████              1,000     62.5 %     62.5 %  GBP 90,000.50
            won       ████████                            400     25.0 %     40.0 %  GBP 40,000.00
                      700 lost, 500 open
            """);
  }

  @Test
  void is_written_as_csv_and_mermaid() {
    assertThat(example().csv())
        .isEqualTo(
            """
            stage,deals,of_first,of_previous,lost_here,open_here,amount_GBP\r
            qualify,1600,1.0000,1.0000,300,300,120000.00\r
            proposal,1000,0.6250,0.6250,400,200,90000.50\r
            won,400,0.2500,0.4000,0,0,40000.00\r
            """);
    assertThat(example().mermaid())
        .isEqualTo(
            """
            sankey-beta

            "qualify","proposal",1000
            "qualify","no further: lost",300
            "qualify","no further: open",300
            "proposal","won",400
            "proposal","no further: lost",400
            "proposal","no further: open",200
            """);
  }

  @Test
  void text_that_a_spreadsheet_would_take_for_a_formula_is_made_harmless() {
    assertThat(Csv.row(List.of("=1+1", "+x", "-x", "@x", "\tx", " =x", "＝x", "a=b", -1)))
        .isEqualTo("'=1+1,'+x,'-x,'@x,'\tx,' =x,'＝x,a=b,-1\r\n");
    assertThat(Csv.row(List.of("a,b", "say \"hi\"", "=\"x\"\n")))
        .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"'=\"\"x\"\"\n\"\r\n");
  }

  @Test
  void is_a_self_contained_picture_with_title_and_description() throws Exception {
    FunnelReport report =
        new FunnelReport("<sales & \"more\">\0", List.of(row("a'b<c>", 1, "1", 1, 1, 0, 1)));

    String svg = report.svg();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));

    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Funnel of <sales & \"more\">\uFFFD");
    assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("a'b<c>: 1 deals, 100.0 % of the first stage");
    assertThat(svg).doesNotContain("href", "url(", "<script", "@import");
  }

  @Test
  void an_empty_funnel_can_be_shown() {
    FunnelReport empty = run();

    assertThat(empty.deals()).isZero();
    assertThat(empty.text()).contains("qualify", "0.0 %");
    assertThat(empty.svg()).contains("0 deals");
    assertThat(empty.mermaid()).isEqualTo("sankey-beta\n\n");
    assertThat(empty.csv().lines()).hasSize(5);
    assertThat(empty.rows().get(0).ofFirst()).isCloseTo(0, within(0.0));
  }

  @Test
  void many_currencies_take_lines_of_their_own() {
    for (String currency : List.of("GBP", "EUR", "USD", "JPY", "CHF", "SEK", "NOK", "DKK", "PLN")) {
      open("1234567", currency);
    }

    String text = run().text();

    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    assertThat(text).contains("CHF", "USD");
  }
}

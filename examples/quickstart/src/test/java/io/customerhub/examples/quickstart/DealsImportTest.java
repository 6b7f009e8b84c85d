package io.customerhub.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.CustomerHub;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.DealFilter;
import io.customerhub.crm.deal.StageEntry;
import io.customerhub.event.Event;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DealsImportTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String HEADER =
      "deal_no,opened_at,email,card_no,title,amount,currency,owner,qualified_at,proposal_at,"
          + "negotiation_at,won_at,lost_at,lost_reason,expected_close\n";
  private static final String START =
      "D-1,2026-01-01T00:00:00Z,ada@example.com,,Linen,1200,EUR,mai,";

  private final CustomerHub hub =
      CustomerHub.builder()
          .clock(Clock.fixed(NOW, ZoneOffset.UTC))
          .pipeline(SalesPipeline.create())
          .build();

  @BeforeEach
  void know_a_customer() {
    hub.ingest(Event.identify().source("shop").email("ada@example.com"));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void keeps_a_deal_with_the_times_of_its_stages() {
    Loaded loaded = load(START + "2026-01-05T00:00:00Z,,,2026-02-01T00:00:00Z,,,2026-03-01\n");

    Deal deal = only();
    assertThat(loaded.fresh()).isEqualTo(1);
    assertThat(deal.name()).isEqualTo("Linen (D-1)");
    assertThat(deal.entries())
        .extracting(StageEntry::stage, StageEntry::enteredAt)
        .containsExactly(
            tuple("new", "2026-01-01T00:00:00Z"),
            tuple("qualified", "2026-01-05T00:00:00Z"),
            tuple("won", "2026-02-01T00:00:00Z"));
    assertThat(deal.amount().orElseThrow()).hasToString("EUR 1,200.00");
  }

  @Test
  void adds_nothing_the_second_time() {
    String row = START + "2026-01-05T00:00:00Z,,,,,,2026-03-01\n";
    load(row);

    Loaded again = load(row);

    assertThat(again.fresh()).isZero();
    assertThat(again.known()).isEqualTo(1);
    assertThat(only().entries()).hasSize(2);
  }

  @Test
  void catches_up_with_a_deal_that_has_moved_on() {
    load(START + "2026-01-05T00:00:00Z,,,,,,2026-03-01\n");

    Loaded later =
        load(
            START
                + "2026-01-05T00:00:00Z,2026-01-09T00:00:00Z,,,2026-01-20T00:00:00Z,other,"
                + "2026-03-01\n");

    assertThat(later.fresh()).isEqualTo(1);
    assertThat(only().entries())
        .extracting(StageEntry::stage)
        .containsExactly("new", "qualified", "proposal", "lost");
  }

  @Test
  void sets_aside_what_cannot_be_a_deal() {
    Loaded loaded =
        load(
            START.replace("ada@", "nobody@").replace("D-1", "D-2")
                + ",,,,,,2026-03-01\n"
                + START.replace("D-1", "")
                + ",,,,,,2026-03-01\n"
                + START.replace("D-1", "D-3")
                + "soon,,,,,,2026-03-01\n"
                + START.replace("D-1", "D-4")
                + ",,,,,,\n"
                + START.replace("D-1", "D-5").replace("1200", "12,00")
                + ",,,,,,2026-03-01\n"
                + START.replace("D-1", "D-6").replace("1200", "much")
                + ",,,,,,2026-03-01\n");

    assertThat(loaded.setAside()).isEqualTo(6);
    assertThat(loaded.problems())
        .extracting(Problem::text)
        .containsExactly(
            "deals.csv:2 email: nobody is known by it",
            "deals.csv:3 deal_no: expected a value",
            "deals.csv:4 qualified_at: expected a time such as 2026-11-22T12:00:00Z",
            "deals.csv:5 expected_close: expected a value",
            "deals.csv:6: 16 cells, expected 15",
            "deals.csv:7 amount: is no number of up to 24 digits with a point before the"
                + " decimals");
    assertThat(hub.deals().list(DealFilter.all(), 10)).isEmpty();
  }

  private Loaded load(String rows) {
    byte[] file = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
    Progress silent = new Progress(new PrintStream(PrintStream.nullOutputStream()), () -> 0);
    return new DealsImport(hub, NOW, silent)
        .load(new Input("deals.csv", () -> new ByteArrayInputStream(file)));
  }

  private Deal only() {
    List<Deal> deals = hub.deals().list(DealFilter.all(), 10);
    assertThat(deals).hasSize(1);
    return deals.get(0);
  }

  private static org.assertj.core.groups.Tuple tuple(String stage, String time) {
    return org.assertj.core.api.Assertions.tuple(stage, Instant.parse(time));
  }
}

package io.customerhub.examples.quickstart.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far one deal got until the end of the period. */
final class DealStages {

  static final List<String> HEADER =
      List.of(
          "deal_no",
          "opened_at",
          "email",
          "card_no",
          "title",
          "amount",
          "currency",
          "owner",
          "qualified_at",
          "proposal_at",
          "negotiation_at",
          "won_at",
          "lost_at",
          "lost_reason",
          "expected_close",
          "truth");

  private static final List<String> STAGES =
      List.of("qualified_at", "proposal_at", "negotiation_at", "won_at");
  private static final List<String> REASONS =
      List.of("price", "price", "timing", "competitor", "no answer", "other");

  // How often a deal takes the next step rather than being lost: the funnel narrows early.
  private static final List<Double> ADVANCE = List.of(0.85, 0.8, 0.8, 0.75);

  private final Dice dice;
  private final Map<String, String> columns = new LinkedHashMap<>();
  private Instant now;

  DealStages(Dice dice, Instant opened) {
    this.dice = dice;
    this.now = opened;
    columns.put("expected_close", expectedClose(opened));
    advance(0);
  }

  Map<String, String> columns() {
    return columns;
  }

  private void advance(int stage) {
    now = now.plus(Duration.ofHours(dice.between(20, 24 * 60)));
    if (now.isAfter(Period.END)) {
      return;
    }
    if (!dice.chance(ADVANCE.get(stage))) {
      columns.put("lost_at", time());
      columns.put("lost_reason", dice.pick(REASONS));
      return;
    }
    columns.put(STAGES.get(stage), time());
    if (stage + 1 < STAGES.size()) {
      advance(stage + 1);
    }
  }

  private String time() {
    return now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private String expectedClose(Instant opened) {
    return LocalDate.ofInstant(opened, ZoneOffset.UTC).plusDays(dice.between(20, 120)).toString();
  }
}

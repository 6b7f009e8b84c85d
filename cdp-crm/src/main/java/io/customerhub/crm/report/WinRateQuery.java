package io.customerhub.crm.report;

import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.DealFilter;
import io.customerhub.crm.deal.DealStatus;
import io.customerhub.crm.deal.Deals;
import java.time.Instant;
import java.util.stream.Collector;

/** Says which deals a win rate counts. Immutable. */
public final class WinRateQuery {

  private final Deals deals;
  private final String pipeline;
  private final Period closed;

  WinRateQuery(Deals deals, String pipeline) {
    this(deals, pipeline, Period.ALWAYS);
  }

  private WinRateQuery(Deals deals, String pipeline, Period closed) {
    this.deals = deals;
    this.pipeline = pipeline;
    this.closed = closed;
  }

  /**
   * Counts only the deals decided in a period; all if not set.
   *
   * @param from the earliest time
   * @param to the time before which
   * @throws IllegalArgumentException if from is not before to
   */
  public WinRateQuery closedIn(Instant from, Instant to) {
    return new WinRateQuery(deals, pipeline, new Period(from, to));
  }

  /** Reads the deals and returns the win rate. */
  public WinRate run() {
    return deals.collect(DealFilter.all().in(pipeline), collector(closed));
  }

  private static Collector<Deal, ?, WinRate> collector(Period closed) {
    return Collector.of(
        () -> new Fold(closed),
        Fold::add,
        (one, other) -> {
          throw new UnsupportedOperationException("deals are folded in order");
        },
        Fold::result);
  }

  private static final class Fold {

    private final Period closed;
    private final Amounts wonAmounts = new Amounts();
    private long won;
    private long lost;

    Fold(Period closed) {
      this.closed = closed;
    }

    void add(Deal deal) {
      if (deal.closedAt().filter(closed::contains).isEmpty()) {
        return;
      }
      if (deal.status() == DealStatus.WON) {
        won++;
        deal.amount().ifPresent(wonAmounts::add);
      } else if (deal.status() == DealStatus.LOST) {
        lost++;
      }
    }

    WinRate result() {
      return new WinRate(won, lost, wonAmounts.sums());
    }
  }
}

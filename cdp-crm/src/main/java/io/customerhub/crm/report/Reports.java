package io.customerhub.crm.report;

import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.deal.Deals;
import java.util.Objects;

/** Makes reports. Thread-safe; each report is one transaction. */
public final class Reports {

  private final Deals deals;

  /** Creates the service. */
  public Reports(Deals deals) {
    this.deals = Objects.requireNonNull(deals, "deals");
  }

  /**
   * Starts the funnel of a pipeline's deals, by its stages as they are defined now.
   *
   * @throws InvalidRecordException if there is no such pipeline; names those there are
   */
  public FunnelQuery funnel(String pipeline) {
    return new FunnelQuery(deals, deals.pipelines().latest(pipeline));
  }

  /**
   * Starts the win rate of a pipeline's deals.
   *
   * @throws InvalidRecordException if there is no such pipeline; names those there are
   */
  public WinRateQuery winRate(String pipeline) {
    return new WinRateQuery(deals, deals.pipelines().latest(pipeline).key());
  }
}

package io.customerhub.crm.report;

import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.deal.DealFilter;
import io.customerhub.crm.deal.Deals;
import io.customerhub.crm.deal.Pipeline;
import java.time.Instant;
import java.util.Objects;

/** Says which deals a funnel counts. Immutable. */
public final class FunnelQuery {

  private final Deals deals;
  private final Pipeline pipeline;
  private final Period opened;
  private final Instant asOf;

  FunnelQuery(Deals deals, Pipeline pipeline) {
    this(deals, pipeline, Period.ALWAYS, CrmLimits.LATEST);
  }

  private FunnelQuery(Deals deals, Pipeline pipeline, Period opened, Instant asOf) {
    this.deals = deals;
    this.pipeline = pipeline;
    this.opened = opened;
    this.asOf = asOf;
  }

  /**
   * Counts only the deals opened in a period; all if not set.
   *
   * @param from the earliest time
   * @param to the time before which
   * @throws IllegalArgumentException if from is not before to
   */
  public FunnelQuery openedIn(Instant from, Instant to) {
    return new FunnelQuery(deals, pipeline, new Period(from, to), asOf);
  }

  /** Takes the stages as they were at a time; as they are now if not set. */
  public FunnelQuery asOf(Instant time) {
    return new FunnelQuery(deals, pipeline, opened, Objects.requireNonNull(time, "time"));
  }

  /** Reads the deals and returns the report. */
  public FunnelReport run() {
    return deals.collect(
        DealFilter.all().in(pipeline.key()), FunnelReport.collector(pipeline, opened, asOf));
  }
}

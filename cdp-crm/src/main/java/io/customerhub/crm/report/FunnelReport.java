package io.customerhub.crm.report;

import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.Pipeline;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * How many deals of a cohort came how far. Immutable.
 *
 * <p>The cohort is the deals opened in a period. A stage counts the distinct deals that entered or
 * passed it: a stage that was skipped counts, one entered twice counts once, and a lost deal stays
 * in where it had come to. The last row is the won deals. Amounts are as known now and are summed
 * by currency.
 *
 * @param pipeline the pipeline's key
 * @param rows the open stages in order, then the won stage
 */
public record FunnelReport(String pipeline, List<FunnelRow> rows) {

  /** Copies the parts. */
  public FunnelReport {
    Objects.requireNonNull(pipeline, "pipeline");
    rows = List.copyOf(rows);
  }

  /**
   * Returns the report over deals.
   *
   * @param pipeline the stages to report by
   * @param deals the deals; those opened outside of the period do not count
   * @param from the earliest time of opening
   * @param to the time of opening before which
   * @param asOf the time at which to look at the stages
   */
  public static FunnelReport of(
      Pipeline pipeline, Iterable<Deal> deals, Instant from, Instant to, Instant asOf) {
    FunnelFold fold = new FunnelFold(pipeline, new Period(from, to), asOf);
    deals.forEach(fold::add);
    return fold.report();
  }

  static Collector<Deal, ?, FunnelReport> collector(
      Pipeline pipeline, Period opened, Instant asOf) {
    return Collector.of(
        () -> new FunnelFold(pipeline, opened, asOf),
        FunnelFold::add,
        (one, other) -> {
          throw new UnsupportedOperationException("deals are folded in order");
        },
        FunnelFold::report);
  }

  /** Returns the number of deals of the cohort. */
  public long deals() {
    return rows.isEmpty() ? 0 : rows.get(0).deals();
  }

  /** Returns how many of them are lost or abandoned. */
  public long lost() {
    return rows.stream().mapToLong(FunnelRow::lostHere).sum();
  }

  /** Returns how many of them are open. */
  public long open() {
    return rows.stream().mapToLong(FunnelRow::openHere).sum();
  }

  /** Returns the report to be read in a terminal: one bar for each stage. Ends with a line feed. */
  public String text() {
    return FunnelText.of(this);
  }

  /** Returns the report as a picture: a self-contained SVG document with title and description. */
  public String svg() {
    return FunnelSvg.of(this);
  }

  /**
   * Returns the report as CSV (RFC 4180) with a header. Text that a spreadsheet would take for a
   * formula is preceded by an apostrophe. Shares are from 0 to 1.
   */
  public String csv() {
    return FunnelCsv.of(this);
  }

  /** Returns the flow between stages as a Sankey diagram in Mermaid's notation. */
  public String mermaid() {
    return FunnelMermaid.of(this);
  }
}

package io.customerhub.crm.report;

import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.DealStatus;
import io.customerhub.crm.deal.Outcome;
import io.customerhub.crm.deal.Pipeline;
import io.customerhub.crm.deal.Stage;
import io.customerhub.crm.deal.StageEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Counts deals by the furthest stage that each ever entered. */
final class FunnelFold {

  private final Pipeline pipeline;
  private final Period opened;
  private final Instant asOf;
  private final List<String> stages;
  private final List<Tally> tallies;

  /** The deals whose furthest stage is one, and the worth of those that reached it. */
  private static final class Tally {

    private final Amounts reached = new Amounts();
    private long deals;
    private long lost;
    private long open;
  }

  FunnelFold(Pipeline pipeline, Period opened, Instant asOf) {
    this.pipeline = pipeline;
    this.opened = opened;
    this.asOf = asOf;
    this.stages =
        Stream.concat(pipeline.openStages().stream(), Stream.of(pipeline.won()))
            .map(Stage::key)
            .toList();
    this.tallies = Stream.generate(Tally::new).limit(stages.size()).toList();
  }

  void add(Deal deal) {
    if (!opened.contains(deal.openedAt()) || deal.openedAt().isAfter(asOf)) {
      return;
    }
    List<StageEntry> entries =
        deal.entries().stream().filter(entry -> !entry.enteredAt().isAfter(asOf)).toList();
    int furthest = furthest(entries);
    Tally tally = tallies.get(furthest);
    DealStatus status =
        entries.get(entries.size() - 1).outcome().map(Outcome::status).orElse(DealStatus.OPEN);
    tally.deals++;
    tally.open += status == DealStatus.OPEN ? 1 : 0;
    tally.lost += status == DealStatus.LOST || status == DealStatus.ABANDONED ? 1 : 0;
    deal.amount()
        .ifPresent(
            amount -> tallies.subList(0, furthest + 1).forEach(row -> row.reached.add(amount)));
  }

  FunnelReport report() {
    List<FunnelRow> rows = new ArrayList<>();
    long first = reached(0);
    for (int i = 0; i < stages.size(); i++) {
      Tally tally = tallies.get(i);
      rows.add(
          new FunnelRow(
              stages.get(i),
              reached(i),
              tally.reached.sums(),
              share(reached(i), first),
              share(reached(i), i == 0 ? first : reached(i - 1)),
              tally.lost,
              tally.open));
    }
    return new FunnelReport(pipeline.key(), rows);
  }

  /** Stages that a revision no longer has are as if never entered; every deal entered the first. */
  private int furthest(List<StageEntry> entries) {
    return entries.stream().mapToInt(e -> stages.indexOf(e.stage())).max().stream()
        .map(index -> Math.max(index, 0))
        .findFirst()
        .orElse(0);
  }

  private long reached(int stage) {
    return tallies.subList(stage, tallies.size()).stream().mapToLong(tally -> tally.deals).sum();
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}

package io.customerhub.crm.report;

import io.customerhub.crm.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A funnel as CSV: one line for each stage, one column for each currency. */
final class FunnelCsv {

  private FunnelCsv() {}

  static String of(FunnelReport report) {
    SortedSet<String> currencies = new TreeSet<>();
    report.rows().forEach(row -> currencies.addAll(row.amounts().keySet()));
    return report.rows().stream()
        .map(row -> Csv.row(cells(row, currencies)))
        .collect(Collectors.joining("", Csv.row(header(currencies)), ""));
  }

  private static List<String> header(SortedSet<String> currencies) {
    List<String> names =
        new ArrayList<>(
            List.of("stage", "deals", "of_first", "of_previous", "lost_here", "open_here"));
    currencies.forEach(currency -> names.add("amount_" + currency));
    return names;
  }

  private static List<Object> cells(FunnelRow row, SortedSet<String> currencies) {
    List<Object> cells =
        new ArrayList<>(
            List.of(
                row.stage(),
                row.deals(),
                Shares.decimal(row.ofFirst()),
                Shares.decimal(row.ofPrevious()),
                row.lostHere(),
                row.openHere()));
    currencies.forEach(
        currency -> cells.add(row.amounts().getOrDefault(currency, Money.zero(currency)).amount()));
    return cells;
  }
}

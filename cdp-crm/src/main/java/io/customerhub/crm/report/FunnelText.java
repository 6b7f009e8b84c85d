package io.customerhub.crm.report;

import io.customerhub.crm.Money;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A funnel for a terminal. */
final class FunnelText {

  private static final int WIDTH = 100;
  private static final int BAR = 32;
  private static final int EIGHTHS = 8;
  private static final String PARTS = " ▏▎▍▌▋▊▉";

  private FunnelText() {}

  static String of(FunnelReport report) {
    List<FunnelRow> rows = report.rows();
    int name = rows.stream().mapToInt(row -> row.stage().length()).max().orElse(0);
    int count = Math.max(5, Shares.count(report.deals()).length());
    String head =
        String.format(
            Locale.ROOT,
            "%-" + name + "s  %-" + BAR + "s  %" + count + "s  %9s  %9s\n",
            "",
            "Funnel of " + clip(report.pipeline()),
            "deals",
            "of first",
            "of prev.");
    return rows.stream()
        .map(row -> line(row, name, count))
        .collect(Collectors.joining("", head, footer(report, name)));
  }

  private static String line(FunnelRow row, int name, int count) {
    String numbers =
        String.format(
            Locale.ROOT,
            "%-" + name + "s  %s  %" + count + "s  %9s  %9s",
            row.stage(),
            bar(row.ofFirst()),
            Shares.count(row.deals()),
            Shares.percent(row.ofFirst()),
            Shares.percent(row.ofPrevious()));
    List<String> amounts = row.amounts().values().stream().map(Money::toString).toList();
    String all = String.join(", ", amounts);
    return numbers.length() + 2 + all.length() <= WIDTH
        ? (numbers + "  " + all).stripTrailing() + "\n"
        : numbers + "\n" + wrapped(amounts, name + 2);
  }

  /** Many currencies take lines of their own. */
  private static String wrapped(List<String> amounts, int indent) {
    StringBuilder text = new StringBuilder();
    int used = WIDTH;
    for (String amount : amounts) {
      boolean fits = used + 2 + amount.length() <= WIDTH;
      String lead = text.isEmpty() ? "" : fits ? ", " : ",\n";
      text.append(lead).append(fits ? "" : " ".repeat(indent)).append(amount);
      used = fits ? used + 2 + amount.length() : indent + amount.length();
    }
    return text.append('\n').toString();
  }

  private static String footer(FunnelReport report, int name) {
    return " ".repeat(name)
        + "  "
        + Shares.count(report.lost())
        + " lost, "
        + Shares.count(report.open())
        + " open\n";
  }

  /** At least a sliver if there is anything at all. */
  private static String bar(double share) {
    int eighths = (int) Math.round(share * BAR * EIGHTHS);
    int shown = share > 0 ? Math.max(1, eighths) : 0;
    String full = "█".repeat(shown / EIGHTHS);
    String part = shown % EIGHTHS == 0 ? "" : PARTS.substring(shown % EIGHTHS, shown % EIGHTHS + 1);
    return full + part + " ".repeat(BAR - full.length() - part.length());
  }

  private static String clip(String pipeline) {
    String shown = "Funnel of " + pipeline;
    return shown.length() <= BAR ? pipeline : pipeline.substring(0, BAR - 11) + "…";
  }
}

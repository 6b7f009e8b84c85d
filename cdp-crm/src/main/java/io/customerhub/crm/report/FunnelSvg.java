package io.customerhub.crm.report;

import io.customerhub.crm.Money;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A funnel as SVG. Dark text on white and one dark blue keep a contrast above 7 : 1; the numbers
 * stand beside the bars, so that colour carries nothing alone.
 */
final class FunnelSvg {

  private static final int WIDTH = 860;
  private static final int LEFT = 190;
  private static final int BAR = 360;
  private static final int TOP = 92;
  private static final int ROW = 66;
  private static final int NAME = 22;

  private FunnelSvg() {}

  static String of(FunnelReport report) {
    int height = TOP + ROW * report.rows().size() + 46;
    StringBuilder out = new StringBuilder();
    head(out, report, height);
    for (int i = 0; i < report.rows().size(); i++) {
      row(out, report.rows().get(i), TOP + ROW * i, i == 0);
    }
    text(
        out,
        LEFT,
        height - 22,
        "s",
        Shares.count(report.lost()) + " lost, " + Shares.count(report.open()) + " open");
    return out.append("</svg>\n").toString();
  }

  private static void head(StringBuilder out, FunnelReport report, int height) {
    out.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" \
            height="%2$d" role="img" aria-labelledby="t d">
            <title id="t">%3$s</title>
            <desc id="d">%4$s</desc>
            <style>
            text { font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: #1b1f24 }
            .h { font-size: 20px; font-weight: 600 }
            .n { font-size: 15px }
            .b { font-size: 15px; font-weight: 600 }
            .s { font-size: 13px; fill: #4a5058 }
            .e { text-anchor: end }
            </style>
            <rect width="100%%" height="100%%" fill="#ffffff"/>
            """,
            WIDTH,
            height,
            Xml.escape("Funnel of " + report.pipeline()),
            Xml.escape(description(report))));
    text(out, 24, 38, "h", "Funnel of " + report.pipeline());
    text(
        out,
        24,
        62,
        "s",
        Shares.count(report.deals())
            + " deals; each counts once per stage that it entered or passed");
  }

  private static void row(StringBuilder out, FunnelRow row, int y, boolean first) {
    text(out, LEFT - 16, y + 24, "n e", shorten(row.stage()));
    rect(out, y, BAR, "#e7ecf3");
    rect(out, y, (int) Math.round(row.ofFirst() * BAR), "#1f5fa8");
    String shares =
        first
            ? Shares.percent(row.ofFirst())
            : Shares.percent(row.ofFirst())
                + " of first, "
                + Shares.percent(row.ofPrevious())
                + " of previous";
    text(out, LEFT + BAR + 16, y + 16, "b", Shares.count(row.deals()));
    text(out, LEFT + BAR + 16, y + 34, "s", shares);
    text(out, LEFT, y + 51, "s", amounts(row));
  }

  private static void rect(StringBuilder out, int y, int width, String colour) {
    out.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"36\" rx=\"3\" fill=\"%s\"/>\n",
            LEFT,
            y,
            width,
            colour));
  }

  private static void text(StringBuilder out, int x, int y, String style, String content) {
    if (!content.isEmpty()) {
      out.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>\n",
              x,
              y,
              style,
              Xml.escape(content)));
    }
  }

  private static String description(FunnelReport report) {
    return report.rows().stream()
        .map(
            row ->
                row.stage()
                    + ": "
                    + Shares.count(row.deals())
                    + " deals, "
                    + Shares.percent(row.ofFirst())
                    + " of the first stage")
        .collect(Collectors.joining("; "));
  }

  private static String amounts(FunnelRow row) {
    List<Money> sums = List.copyOf(row.amounts().values());
    String shown = sums.stream().limit(3).map(Money::toString).collect(Collectors.joining(", "));
    return sums.size() <= 3 ? shown : shown + ", and " + (sums.size() - 3) + " more currencies";
  }

  private static String shorten(String stage) {
    return stage.length() <= NAME ? stage : stage.substring(0, NAME - 1) + "…";
  }
}

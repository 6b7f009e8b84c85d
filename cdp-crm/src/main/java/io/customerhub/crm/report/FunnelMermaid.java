package io.customerhub.crm.report;

import java.util.List;

/** A funnel as a Sankey diagram: from each stage on to the next, to lost, and to still open. */
final class FunnelMermaid {

  private FunnelMermaid() {}

  static String of(FunnelReport report) {
    StringBuilder out = new StringBuilder("sankey-beta\n\n");
    List<FunnelRow> rows = report.rows();
    for (int i = 0; i < rows.size(); i++) {
      FunnelRow row = rows.get(i);
      if (i + 1 < rows.size()) {
        flow(out, row.stage(), rows.get(i + 1).stage(), rows.get(i + 1).deals());
      }
      flow(out, row.stage(), "no further: lost", row.lostHere());
      flow(out, row.stage(), "no further: open", row.openHere());
    }
    return out.toString();
  }

  private static void flow(StringBuilder out, String from, String to, long deals) {
    if (deals > 0) {
      out.append(cell(from)).append(',').append(cell(to)).append(',').append(deals).append('\n');
    }
  }

  private static String cell(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}

package io.customerhub.examples.resolve;

import io.customerhub.identity.batch.BatchResult;
import io.customerhub.identity.batch.PairExplanation;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A page that shows some clusters, why they are together, and pairs to look at. */
final class ExplainPage {

  private static final int CLUSTERS = 12;
  private static final int POSSIBLE = 12;

  private static final String HEAD =
      """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Who is who</title>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <style>body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;
      color:#1d2733;background:#fff}h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2.2rem}
      table{border-collapse:collapse;width:100%;font-size:13px}td,th{border-bottom:1px solid #dde3ea;
      padding:.3rem .5rem;text-align:left}th{color:#5b6b7c;font-weight:600}section{margin:1.5rem 0;
      padding:1rem;border:1px solid #dde3ea;border-radius:8px;overflow-x:auto}
      .verdict{color:#5b6b7c}svg{display:block;margin-top:.6rem}</style></head><body>
      """;

  private final Rows rows;
  private final BatchResult result;
  private final StringBuilder html = new StringBuilder(HEAD);

  private ExplainPage(Rows rows, BatchResult result) {
    this.rows = rows;
    this.result = result;
  }

  static void write(Path file, Rows rows, BatchResult result) throws IOException {
    ExplainPage page = new ExplainPage(rows, result);
    page.body();
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(page.html.append("</body></html>\n").toString());
    }
  }

  private void body() {
    List<List<String>> clusters = new ArrayList<>(result.clusters());
    html.append("<h1>Who is who</h1><p>")
        .append(rows.origins().size())
        .append(" records, ")
        .append(clusters.size())
        .append(" people. Weights in bits: one bit doubles the odds. ")
        .append(escaped(result.model().toString()))
        .append("</p><h2>Some of the largest clusters</h2>");
    clusters.removeIf(cluster -> cluster.size() < 2);
    clusters.sort(Comparator.comparingInt((List<String> cluster) -> -cluster.size()));
    clusters.stream().limit(CLUSTERS).forEach(this::cluster);
    html.append("<h2>To be looked at</h2>");
    result.possible(POSSIBLE).forEach(pair -> section(List.of(pair.a(), pair.b()), pair));
  }

  private void cluster(List<String> ids) {
    String weakest = ids.get(1);
    for (String id : ids.subList(1, ids.size())) {
      weakest = result.record(id).bits() < result.record(weakest).bits() ? id : weakest;
    }
    section(ids, result.why(ids.get(0), weakest));
  }

  private void section(List<String> ids, PairExplanation pair) {
    html.append("<section><table>");
    header(ids.get(0));
    ids.forEach(this::row);
    html.append("</table><p class=verdict>")
        .append(escaped(pair.a() + " and " + pair.b() + ": " + pair.verdict()))
        .append(String.format(Locale.ROOT, " (%.1f bits; they met by %s)", pair.bits(), met(pair)))
        .append("</p>")
        .append(pair.waterfall().svg(pair.a() + " and " + pair.b()))
        .append("</section>");
  }

  private static String met(PairExplanation pair) {
    return pair.keys().isEmpty() ? "no key" : String.join(", ", pair.keys()).replace('_', ' ');
  }

  private void header(String id) {
    Rows.Origin origin = origin(id);
    html.append("<tr><th>record</th>");
    for (int i : shown(origin)) {
      html.append("<th>").append(escaped(origin.table().header().get(i))).append("</th>");
    }
    html.append("</tr>");
  }

  private void row(String id) {
    Rows.Origin origin = origin(id);
    html.append("<tr><td>").append(escaped(id)).append("</td>");
    for (int i : shown(origin)) {
      html.append("<td>").append(escaped(origin.cells().get(i))).append("</td>");
    }
    html.append("</tr>");
  }

  private List<Integer> shown(Rows.Origin origin) {
    List<Meaning> meanings = rows.meanings(origin.table());
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < meanings.size(); i++) {
      if (meanings.get(i) != Meaning.IGNORED && meanings.get(i) != Meaning.ROW_ID) {
        shown.add(i);
      }
    }
    return shown;
  }

  private Rows.Origin origin(String id) {
    return rows.origins().get(Integer.parseInt(id.substring(1)));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

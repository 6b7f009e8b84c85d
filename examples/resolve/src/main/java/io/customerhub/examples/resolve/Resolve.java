package io.customerhub.examples.resolve;

import io.customerhub.identity.MatchRules;
import io.customerhub.identity.batch.BatchResolver;
import io.customerhub.identity.batch.BatchResult;
import io.customerhub.identity.batch.Diagnostics;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the people in CSV files, says why, and if a column tells who is who, how well. The last
 * line of standard output is one JSON object; progress goes to standard error.
 */
public final class Resolve {

  private final PrintStream out;
  private final PrintStream progress;

  Resolve(PrintStream out, PrintStream progress) {
    this.out = out;
    this.progress = progress;
  }

  /**
   * Runs the program. The exit code is 0, or 2 if the command line or a file cannot be used.
   *
   * @param args see the usage that is printed without any
   */
  public static void main(String... args) {
    System.exit(new Resolve(System.out, System.err).run(args));
  }

  int run(String... args) {
    try {
      resolve(Options.parse(args));
      return 0;
    } catch (UsageException e) {
      progress.println(e.getMessage());
      progress.println(Options.USAGE);
      return 2;
    } catch (IOException e) {
      progress.println("cannot be written: " + e.getMessage());
      return 2;
    }
  }

  private void resolve(Options options) throws IOException {
    long start = System.nanoTime();
    Truth truth = Truth.parse(options.truth());
    MatchRules rules = options.organisations() ? MatchRules.organisations() : MatchRules.people();
    Rows rows = new Rows(rules);
    Set<String> known = new HashSet<>(options.map().keySet());
    known.add(truth.column());
    List<Table> tables = options.in().stream().map(file -> Table.read(file, known)).toList();
    List<List<Meaning>> meanings = Columns.ofAll(tables, options.map(), truth.column());
    for (int i = 0; i < tables.size(); i++) {
      add(rows, tables.get(i), meanings.get(i));
    }
    progress.println("comparing " + rows.origins().size() + " records");
    BatchResult result =
        BatchResolver.create(rules)
            .withProgress(new ProgressLines(progress, System::nanoTime))
            .resolve(rows.records());
    double seconds = (System.nanoTime() - start) / 1e9;
    print(result);
    if (options.out() != null) {
      ClustersFile.write(options.out(), rows, result);
    }
    if (options.explain() != null) {
      ExplainPage.write(options.explain(), rows, result);
    }
    Truth.Score score = options.truth().isEmpty() ? null : truth.score(rows, result);
    if (score != null) {
      line(
          "precision %.4f, recall %.4f, F1 %.4f of pairs after clustering; B-cubed %.4f",
          score.precision(), score.recall(), score.f1(), score.b3());
    }
    Diagnostics run = result.diagnostics();
    String quality =
        score == null
            ? ""
            : format(
                "\"precision\":%.6f,\"recall\":%.6f,\"f1\":%.6f,\"b3\":%.6f,",
                score.precision(), score.recall(), score.f1(), score.b3());
    line(
        "{\"records\":%d,\"clusters\":%d,%s\"candidates\":%d,\"seconds\":%.3f}",
        run.records(), result.clusters().size(), quality, run.candidates(), seconds);
  }

  private void add(Rows rows, Table table, List<Meaning> meanings) {
    line(
        "%s: %d rows, %d cannot be read",
        table.file().getFileName(), table.rows().size(), table.rejected());
    for (int i = 0; i < meanings.size(); i++) {
      line("  %-20s %s", table.header().get(i), meanings.get(i).word());
    }
    rows.add(table, meanings);
  }

  private void print(BatchResult result) {
    Diagnostics run = result.diagnostics();
    line("model: %s, a match takes %.2f bits", result.model(), result.model().matchBits());
    result.model().changes().forEach(change -> line("  %s", change));
    line("pairs compared by key: %s", run.pairsByKey());
    line(
        "keys narrowed %d, cut %d; records that say too little %d; possible pairs %d; merges"
            + " refused %d; seed fixed",
        run.narrowedKeys(), run.cutKeys(), run.unlinkable(), run.possible(), run.refused());
    line("largest clusters: %s", run.largest());
    line("to be noted: %s", run.findings().isEmpty() ? "nothing" : "");
    run.findings().forEach(finding -> line("  %s", finding));
  }

  private void line(String text, Object... values) {
    out.println(format(text, values));
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}

package io.customerhub.examples.resolve;

import io.customerhub.identity.batch.BatchResult;
import io.customerhub.identity.batch.ResolvedRecord;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes cluster, score and reason of each row, followed by the row itself. */
final class ClustersFile {

  private ClustersFile() {}

  static void write(Path file, Rows rows, BatchResult result) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("cluster,score,reason,file,line,row\r\n");
      for (int i = 0; i < rows.origins().size(); i++) {
        ResolvedRecord record = result.record("r" + i);
        Rows.Origin origin = rows.origins().get(i);
        out.write(
            String.join(
                ",",
                record.cluster(),
                String.format(Locale.ROOT, "%.1f", record.bits()),
                cell(record.reason()),
                cell(String.valueOf(origin.table().file().getFileName())),
                String.valueOf(origin.table().line(origin.row())),
                cell(text(origin.cells()))));
        out.write("\r\n");
      }
    }
  }

  private static String text(List<String> cells) {
    return String.join(" | ", cells);
  }

  /** Quotes a cell, and keeps a spreadsheet from taking it for a formula. */
  static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}

package io.customerhub.examples.benchmarks.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/** Writes rows as CSV, in UTF-8: an id, who it is, and the values. */
public final class PeopleCsv {

  /** The name of the column that says who it is. */
  public static final String TRUTH = "truth";

  private PeopleCsv() {}

  /** Writes the rows into a file, which is created or overwritten. */
  public static void write(Path file, Stream<Row> rows) throws IOException {
    try (Writer out = Files.newBufferedWriter(file);
        rows) {
      out.write("id," + TRUTH + "," + String.join(",", Population.COLUMNS) + "\n");
      long number = 0;
      for (Iterator<Row> row = rows.iterator(); row.hasNext(); ) {
        out.write(line(number++, row.next()));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String line(long number, Row row) {
    StringBuilder line = new StringBuilder(160).append('r').append(number);
    line.append(',').append(row.person());
    row.values().forEach(value -> line.append(',').append(cell(value)));
    return line.append('\n').toString();
  }

  static String cell(String value) {
    boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0;
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}

package io.customerhub.examples.resolve;

import io.customerhub.intake.CsvIntake;
import io.customerhub.intake.CsvMapping;
import io.customerhub.intake.CsvMappingBuilder;
import io.customerhub.intake.Parsed;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file as the names of its columns and rows of text; an empty cell is an empty text.
 *
 * @param named whether the file names its columns; otherwise they are column1, column2, ...
 * @param rejected how many rows could not be read
 */
record Table(Path file, List<String> header, boolean named, List<List<String>> rows, int rejected) {

  /** What statistics programs write for a missing value. */
  private static final String MISSING = "NA";

  /**
   * Reads a file, whatever its encoding and delimiter.
   *
   * @param known columns that somebody has named: a row that holds one is the header
   */
  static Table read(Path file, Set<String> known) {
    try {
      Charset charset = Encoding.of(file);
      Layout layout;
      try (Reader in = Encoding.open(file, charset)) {
        layout = Layout.of(in, known);
      }
      try (Reader in = Encoding.open(file, charset)) {
        return read(file, layout, in);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException(file + ": cannot be read", e);
    }
  }

  /** Names of our own before the first row, so that it does not matter what a header holds. */
  private static Table read(Path file, Layout layout, Reader in) {
    int columns = layout.first().size();
    StringBuilder header = new StringBuilder();
    CsvMappingBuilder mapping = CsvMapping.source("resolve").delimiter(layout.delimiter());
    for (int i = 0; i < columns; i++) {
      header.append(i == 0 ? "" : layout.delimiter()).append('c').append(i);
      mapping.column("c" + i, "trait.c" + i);
    }
    List<List<String>> rows = new ArrayList<>();
    int[] rejected = {0};
    Reader whole = new Chained(new StringReader(header.append('\n').toString()), in);
    try (Stream<Parsed> parsed = CsvIntake.of(mapping.build()).rows(whole, Instant.EPOCH)) {
      parsed
          .skip(layout.hasHeader() ? 1 : 0)
          .forEach(
              row -> {
                if (row instanceof Parsed.Accepted accepted) {
                  rows.add(cells(accepted.event().traits(), columns));
                } else {
                  rejected[0]++;
                }
              });
    }
    return new Table(file, layout.names(), layout.hasHeader(), rows, rejected[0]);
  }

  private static List<String> cells(Map<String, Object> traits, int columns) {
    List<String> cells = new ArrayList<>(columns);
    for (int i = 0; i < columns; i++) {
      String text = traits.getOrDefault("c" + i, "").toString().strip();
      cells.add(text.equals(MISSING) ? "" : unquoted(text));
    }
    return List.copyOf(cells);
  }

  /** Some files quote with single quotes, which CSV does not know. */
  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
    return quoted ? text.substring(1, text.length() - 1).replace("\\'", "'") : text;
  }

  List<String> column(int i) {
    return rows.stream().map(row -> row.get(i)).filter(cell -> !cell.isEmpty()).toList();
  }

  /** Returns the number in the file of a row, the header counted. */
  int line(int row) {
    return row + (named ? 2 : 1);
  }

  /** One text after another. */
  private static final class Chained extends Reader {

    private final Reader first;
    private final Reader second;

    Chained(Reader first, Reader second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = first.read(buffer, offset, length);
      return read >= 0 ? read : second.read(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
      second.close();
    }
  }
}

package io.customerhub.examples.resolve;

import io.customerhub.event.InvalidEventException;
import io.customerhub.intake.CsvIntake;
import io.customerhub.intake.CsvMapping;
import io.customerhub.intake.CsvMappingBuilder;
import io.customerhub.intake.Parsed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file as its header and rows of text; an empty cell is an empty text.
 *
 * @param rejected how many rows could not be read
 */
record Table(Path file, List<String> header, List<List<String>> rows, int rejected) {

  /** What statistics programs write for a missing value. */
  private static final String MISSING = "NA";

  static Table read(Path file) {
    char delimiter = delimiter(file);
    List<String> header = header(file, delimiter);
    CsvMappingBuilder mapping = CsvMapping.source("resolve").delimiter(delimiter);
    for (int i = 0; i < header.size(); i++) {
      mapping.column(header.get(i), "trait.c" + i);
    }
    List<List<String>> rows = new ArrayList<>();
    int[] rejected = {0};
    try (InputStream in = Files.newInputStream(file);
        Stream<Parsed> parsed = CsvIntake.of(mapping.build()).rows(in, Instant.EPOCH)) {
      parsed.forEach(
          row -> {
            if (row instanceof Parsed.Accepted accepted) {
              rows.add(cells(accepted.event().traits(), header.size()));
            } else {
              rejected[0]++;
            }
          });
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException(file + ": cannot be read", e);
    }
    return new Table(file, header, rows, rejected[0]);
  }

  private static List<String> header(Path file, char delimiter) {
    try (Reader in = reader(file)) {
      return CsvIntake.header(in, delimiter);
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException(file + ": cannot be read", e);
    } catch (InvalidEventException e) {
      throw new UsageException(file + ": " + e.getMessage(), e);
    }
  }

  private static Reader reader(Path file) throws IOException {
    BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    in.mark(1);
    if (in.read() != 0xFEFF) {
      in.reset();
    }
    return in;
  }

  private static char delimiter(Path file) {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      String line = in.readLine();
      char best = ',';
      for (char c : new char[] {';', '\t', '|'}) {
        best = line != null && count(line, c) > count(line, best) ? c : best;
      }
      return best;
    } catch (IOException e) {
      throw new UsageException(file + ": cannot be read", e);
    }
  }

  private static long count(String line, char c) {
    return line.chars().filter(x -> x == c).count();
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
}

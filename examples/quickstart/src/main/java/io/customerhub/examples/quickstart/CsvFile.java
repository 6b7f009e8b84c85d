package io.customerhub.examples.quickstart;

import io.customerhub.event.InvalidEventException;
import io.customerhub.intake.CsvIntake;
import io.customerhub.intake.CsvMapping;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Guesses what the columns of a CSV file mean. */
final class CsvFile {

  private static final int LONGEST_HEADER = 1 << 20;

  private CsvFile() {}

  static CsvMapping guess(Input input, String source) throws IOException {
    String start = start(input);
    char delimiter = delimiter(start.lines().findFirst().orElse(""));
    try {
      List<String> header = CsvIntake.header(new StringReader(start), delimiter);
      return CsvMapping.guess(header, source).toBuilder().delimiter(delimiter).build();
    } catch (InvalidEventException | IllegalArgumentException e) {
      throw new IOException("its header cannot be used: " + e.getMessage(), e);
    }
  }

  private static String start(Input input) throws IOException {
    try (Reader in =
        new BufferedReader(new InputStreamReader(input.open(), StandardCharsets.UTF_8))) {
      char[] start = new char[LONGEST_HEADER];
      int length = in.read(start);
      if (length <= 0) {
        throw new IOException("is empty");
      }
      return new String(start, 0, length);
    }
  }

  /** The separator that splits the first line into most cells; a comma among equals. */
  private static char delimiter(String line) {
    return List.of(',', ';', '\t', '|').stream()
        .max(
            Comparator.comparingLong((Character c) -> count(line, c))
                .thenComparing(c -> c == ',' ? 1 : 0))
        .orElse(',');
  }

  private static long count(String line, char separator) {
    return line.chars().filter(c -> c == separator).count();
  }
}

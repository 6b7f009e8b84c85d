package io.customerhub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvScannerTest {

  private static final String[] PIECES = {
    "a",
    "b c",
    "",
    "\u00e9",
    "\uD83D\uDE00",
    "\t",
    "'",
    "7",
    "\"x\"",
    "\"\"",
    "\"a,b\"",
    "\"l1\nl2\"",
    "\"l1\r\nl2\"",
    "\"say \"\"hi\"\"\""
  };

  private static final String[] ENDS = {"\n", "\r\n", "\r", "\n\n"};

  @Test
  void well_formed_files_are_read_as_the_reference_reads_them() throws IOException {
    for (long seed = 0; seed < 5_000; seed++) {
      String file = file(new Random(seed));

      assertThat(ours(new StringReader(file))).as("seed %d", seed).isEqualTo(reference(file));
      assertThat(ours(dripping(file))).as("dripping, seed %d", seed).isEqualTo(reference(file));
    }
  }

  @Test
  void blanks_around_cells_and_quotes_are_dropped_and_within_quotes_kept() throws IOException {
    assertThat(ours(new StringReader("  a b , \" c \" ,\td \n")))
        .containsExactly("1[a b,  c , \td]");
  }

  private static String file(Random random) {
    StringBuilder out = new StringBuilder();
    for (int row = random.nextInt(6); row >= 0; row--) {
      for (int cell = random.nextInt(4); cell >= 0; cell--) {
        out.append(PIECES[random.nextInt(PIECES.length)]).append(cell == 0 ? "" : ",");
      }
      out.append(ENDS[random.nextInt(ENDS.length)]);
    }
    return out.toString();
  }

  private static List<String> ours(Reader in) throws IOException {
    CsvScanner scanner = new CsvScanner(in, ',');
    List<String> rows = new ArrayList<>();
    for (CsvScanner.Row row = scanner.next(); row != null; row = scanner.next()) {
      assertThat(row.fault()).isNull();
      rows.add(row.line() + row.cells().toString());
    }
    return rows;
  }

  private static List<String> reference(String file) throws IOException {
    List<String> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(file)) {
      reader.forEach(row -> rows.add(row.getStartingLineNumber() + row.getFields().toString()));
    }
    return rows;
  }

  /** Gives one character at a time, so that every look ahead crosses a boundary. */
  private static Reader dripping(String text) {
    return new StringReader(text) {
      @Override
      public int read(char[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, 1);
      }
    };
  }
}

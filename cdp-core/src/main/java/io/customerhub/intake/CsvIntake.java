package io.customerhub.intake;

import io.customerhub.event.InvalidEventException;
import io.customerhub.event.ReasonCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads events from the rows of CSV files with a header, as a {@link CsvMapping} says.
 *
 * <pre>{@code
 * CsvMapping mapping = CsvMapping.guess(CsvIntake.header(copy), "loyalty");
 * CsvIntake.of(mapping).rows(file, receivedAt)
 * }</pre>
 *
 * <p>Cells are as in RFC 4180: quoted ones may hold delimiters, line ends and doubled quotes.
 * Blanks around cells are dropped, an empty cell says nothing, and a byte-order mark at the start
 * is skipped. A row that cannot be read (another number of cells than the header, more than {@value
 * #COLUMNS}, quotes that do not match, bytes not of the encoding, more than a mebibyte, a value
 * refused) is one rejection, and the next row follows; a header that does not fit the mapping is
 * the only rejection of its file. Reading a file again gives the same messageIds, so nothing is
 * taken twice. Immutable and thread-safe.
 */
public final class CsvIntake {

  /** Most columns of a file. */
  public static final int COLUMNS = 1000;

  private final CsvMapping mapping;

  private CsvIntake(CsvMapping mapping) {
    this.mapping = mapping;
  }

  /** Returns an intake for files that the mapping describes. */
  public static CsvIntake of(CsvMapping mapping) {
    return new CsvIntake(Objects.requireNonNull(mapping, "mapping"));
  }

  /**
   * Reads the rows of a file in the mapping's encoding while the stream is consumed. The input is
   * not closed.
   *
   * @param receivedAt when the file arrived
   * @return a sequential stream with one element per row, located by the row's first line; it can
   *     throw {@link UncheckedIOException}
   */
  public Stream<Parsed> rows(InputStream in, Instant receivedAt) {
    return rows(new InputStreamReader(in, decoder(mapping.charset)), receivedAt);
  }

  /**
   * Reads the rows of a file; see {@link #rows(InputStream, Instant)}.
   *
   * @param receivedAt when the file arrived
   */
  public Stream<Parsed> rows(Reader in, Instant receivedAt) {
    Objects.requireNonNull(receivedAt, "receivedAt");
    CsvRows rows = new CsvRows(new CsvScanner(in, mapping.delimiter), mapping, receivedAt);
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, traits), false);
  }

  /**
   * Returns the names of the columns of a comma-separated file, for {@link CsvMapping#guess}.
   *
   * @throws InvalidEventException if there is no header, or it cannot be used
   * @throws UncheckedIOException if the input cannot be read
   */
  public static List<String> header(Reader in) {
    return header(in, ',');
  }

  /** Returns the names of the columns of a file with another delimiter; see {@link #header}. */
  public static List<String> header(Reader in, char delimiter) {
    try {
      CsvScanner.Row row = new CsvScanner(in, delimiter).next();
      if (row == null || row.fault() != null) {
        throw new InvalidEventException(ReasonCode.CSV_HEADER, "", "expected a header");
      }
      return CsvHeader.checked(row.cells());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Marks malformed bytes instead of stopping at them, so that the rows around them can be read.
   */
  private static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .replaceWith(String.valueOf(CsvScanner.MALFORMED));
  }
}

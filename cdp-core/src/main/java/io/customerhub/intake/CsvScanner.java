package io.customerhub.intake;

import io.customerhub.event.Limits;
import io.customerhub.event.ReasonCode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits CSV (RFC 4180) into rows. Written by hand because of what has to happen with a bad row: a
 * stray quote, too many columns or a malformed byte costs that row, is told with its line, and the
 * next row is read as if nothing had been. CR, LF and CR LF end a row outside of quotes; blanks
 * around a cell, and around its quotes, are dropped; blank lines are skipped.
 */
final class CsvScanner {

  /**
   * A row.
   *
   * @param line the number of its first line, from 1
   * @param cells its cells, up to where a fault was found
   * @param raw the row as it came, shortened
   * @param fault why it cannot be used, or null
   */
  record Row(long line, List<String> cells, String raw, @Nullable ReasonCode fault) {}

  /**
   * What a decoder puts in the place of a malformed byte: half of a surrogate pair, which no
   * well-formed input has.
   */
  static final char MALFORMED = '\uDFFF';

  private enum State {
    START,
    PLAIN,
    QUOTED,
    CLOSED,
    SKIPPED
  }

  private static final int END = -1;

  private final Reader in;
  private final char delimiter;
  private final char[] buffer = new char[8192];
  private int position;
  private int limit;
  private long line;
  private char previous;

  private final StringBuilder cell = new StringBuilder();
  private final StringBuilder raw = new StringBuilder();
  private List<String> cells = new ArrayList<>();
  private State state = State.START;
  private int length;
  private boolean wasQuoted;
  private @Nullable ReasonCode fault;

  CsvScanner(Reader in, char delimiter) {
    this.in = in;
    this.delimiter = delimiter;
  }

  /** Returns the next row, or null at the end. */
  @Nullable Row next() throws IOException {
    while (peek() != END) {
      long first = line + 1;
      readRow();
      boolean blank = fault == null && !wasQuoted && cells.size() == 1 && cells.get(0).isEmpty();
      if (!blank) {
        return new Row(first, cells, raw.toString(), fault);
      }
    }
    return null;
  }

  private void readRow() throws IOException {
    cells = new ArrayList<>(cells.size());
    raw.setLength(0);
    length = 0;
    fault = null;
    wasQuoted = false;
    startCell();
    int c = read();
    if (line == 0 && c == '\uFEFF') {
      c = read();
    }
    while (!endsRow(c)) {
      keepRaw((char) c);
      take((char) c);
      bound();
      c = read();
    }
    endRow(c);
  }

  /** A line end within quotes is data, except at the end of the input. */
  private boolean endsRow(int c) {
    return c == END || (state != State.QUOTED && (c == '\n' || c == '\r'));
  }

  private void endRow(int c) throws IOException {
    if (state == State.QUOTED) {
      fault = ReasonCode.CSV_QUOTES;
    }
    endCell();
    line++;
    if (c == '\r' && peek() == '\n') {
      read();
    }
  }

  private void take(char c) throws IOException {
    if (c == MALFORMED && !Character.isHighSurrogate(previous) && fault == null) {
      fault = ReasonCode.CSV_ENCODING;
    }
    previous = c;
    switch (state) {
      case START -> start(c);
      case PLAIN -> plain(c);
      case QUOTED -> quoted(c);
      case CLOSED -> closed(c);
      case SKIPPED -> {}
    }
  }

  private void start(char c) {
    if (c == '"') {
      state = State.QUOTED;
      wasQuoted = true;
      cell.setLength(0);
    } else {
      state = c == ' ' ? State.START : State.PLAIN;
      plain(c);
    }
  }

  private void plain(char c) {
    if (c == delimiter) {
      nextCell();
    } else {
      cell.append(c);
    }
  }

  private void quoted(char c) throws IOException {
    if (c != '"') {
      countLine(c);
      cell.append(c);
    } else if (peek() == '"') {
      keepRaw((char) read());
      cell.append('"');
    } else {
      state = State.CLOSED;
    }
  }

  private void closed(char c) {
    if (c == delimiter) {
      nextCell();
    } else if (c != ' ') {
      skip(ReasonCode.CSV_QUOTES);
    }
  }

  private void countLine(char c) throws IOException {
    if (c == '\n' || (c == '\r' && peek() != '\n')) {
      line++;
    }
  }

  private void keepRaw(char c) {
    length++;
    if (raw.length() < Parsed.Rejected.RAW_LENGTH) {
      raw.append(c);
    }
  }

  /** What goes on beyond the limit is no row: most likely a quote that is never closed. */
  private void bound() {
    if (length > Limits.EVENT_BYTES && state != State.SKIPPED) {
      skip(ReasonCode.EVENT_TOO_LARGE);
    }
  }

  private void skip(ReasonCode reason) {
    fault = fault == null ? reason : fault;
    state = State.SKIPPED;
    cell.setLength(0);
  }

  private void nextCell() {
    endCell();
    if (state != State.SKIPPED) {
      startCell();
    }
  }

  private void startCell() {
    state = State.START;
    cell.setLength(0);
  }

  private void endCell() {
    if (state == State.SKIPPED) {
      return;
    }
    boolean quoted = state == State.CLOSED || state == State.QUOTED;
    cells.add(quoted ? cell.toString() : trimmed());
    if (cells.size() > CsvIntake.COLUMNS) {
      skip(ReasonCode.CSV_COLUMNS);
    }
  }

  /** Blanks only: a tab may be data. */
  private String trimmed() {
    int start = 0;
    int end = cell.length();
    while (start < end && cell.charAt(start) == ' ') {
      start++;
    }
    while (end > start && cell.charAt(end - 1) == ' ') {
      end--;
    }
    return cell.substring(start, end);
  }

  private int read() throws IOException {
    int c = peek();
    position++;
    return c;
  }

  private int peek() throws IOException {
    if (position >= limit) {
      position = 0;
      limit = Math.max(0, in.read(buffer));
    }
    return limit == 0 ? END : buffer[position];
  }
}

package io.customerhub.intake;

import io.customerhub.event.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Splits an input into lines at LF or CR LF, lazily, holding at most {@link Limits#EVENT_BYTES} of
 * a line however long it is. Bytes are split before they are decoded, so that a malformed line
 * costs only itself. Skips blank lines and a byte-order mark at the start. Never closes the input.
 */
abstract class LineReader implements Iterator<LineReader.Line> {

  /** What can be wrong with a line before it is looked at. */
  enum Fault {
    NONE,
    TOO_LONG,
    MALFORMED
  }

  /** A line that is not blank; of one that is too long, or malformed, what could be read. */
  record Line(long number, String text, Fault fault) {}

  private static final int BUFFER = 8192;

  private long number;
  private boolean atEnd;
  private @Nullable Line next;

  static LineReader of(InputStream in) {
    return new OfBytes(in);
  }

  static LineReader of(Reader in) {
    return new OfChars(in);
  }

  /** Returns the next byte or char, or -1 at the end. */
  abstract int read() throws IOException;

  abstract void append(int unit);

  abstract int length();

  /** Returns the line collected so far as text, and starts a new one. */
  abstract Line take(long number, boolean tooLong);

  @Override
  public boolean hasNext() {
    try {
      while (next == null && !atEnd) {
        Line line = readLine();
        next = line.text().isBlank() && line.fault() == Fault.NONE ? null : line;
      }
      return next != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Line next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Line line = next;
    next = null;
    return line;
  }

  private Line readLine() throws IOException {
    number++;
    boolean tooLong = false;
    for (int unit = read(); unit != '\n'; unit = read()) {
      if (unit < 0) {
        atEnd = true;
        break;
      }
      if (length() < Limits.EVENT_BYTES) {
        append(unit);
      } else {
        tooLong |= unit != '\r';
      }
    }
    return take(number, tooLong);
  }

  static String stripped(long number, String text) {
    String line = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static final class OfBytes extends LineReader {

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[BUFFER];
    private int length;
    private int position;
    private int limit;

    OfBytes(InputStream in) {
      this.in = in;
    }

    @Override
    int read() throws IOException {
      if (position == limit) {
        position = 0;
        limit = Math.max(0, in.read(buffer));
      }
      return position == limit ? -1 : buffer[position++] & 0xFF;
    }

    @Override
    void append(int unit) {
      if (length == line.length) {
        line = Arrays.copyOf(line, 2 * length);
      }
      line[length++] = (byte) unit;
    }

    @Override
    int length() {
      return length;
    }

    @Override
    Line take(long number, boolean tooLong) {
      ByteBuffer bytes = ByteBuffer.wrap(line, 0, length);
      length = 0;
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        return new Line(number, stripped(number, text), tooLong ? Fault.TOO_LONG : Fault.NONE);
      } catch (CharacterCodingException e) {
        String shown = StandardCharsets.UTF_8.decode(bytes.rewind()).toString();
        return new Line(number, shown, tooLong ? Fault.TOO_LONG : Fault.MALFORMED);
      }
    }
  }

  private static final class OfChars extends LineReader {

    private final Reader in;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int limit;

    OfChars(Reader in) {
      this.in = in;
    }

    @Override
    int read() throws IOException {
      if (position == limit) {
        position = 0;
        limit = Math.max(0, in.read(buffer));
      }
      return position == limit ? -1 : buffer[position++];
    }

    @Override
    void append(int unit) {
      line.append((char) unit);
    }

    @Override
    int length() {
      return line.length();
    }

    @Override
    Line take(long number, boolean tooLong) {
      String text = stripped(number, line.toString());
      line.setLength(0);
      return new Line(number, text, tooLong ? Fault.TOO_LONG : Fault.NONE);
    }
  }
}

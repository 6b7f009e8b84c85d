package io.customerhub.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs in temporary files, which the operating system keeps in memory as far as there is room, and
 * forgets when nobody holds them any more. They hold numbers of records and how these agree, no
 * values. Not thread-safe.
 */
final class PairFiles {

  private static final int SHIFT = 20;
  private static final int PAIRS = 1 << SHIFT;
  private static final int BYTES = 2 * Integer.BYTES + Long.BYTES;

  private final List<ByteBuffer> parts = new ArrayList<>();

  void set(int i, int left, int right, long vector) {
    while (i >>> SHIFT >= parts.size()) {
      parts.add(part());
    }
    parts
        .get(i >>> SHIFT)
        .putInt(at(i), left)
        .putInt(at(i) + Integer.BYTES, right)
        .putLong(at(i) + 2 * Integer.BYTES, vector);
  }

  int left(int i) {
    return parts.get(i >>> SHIFT).getInt(at(i));
  }

  int right(int i) {
    return parts.get(i >>> SHIFT).getInt(at(i) + Integer.BYTES);
  }

  long vector(int i) {
    return parts.get(i >>> SHIFT).getLong(at(i) + 2 * Integer.BYTES);
  }

  private static int at(int i) {
    return (i & (PAIRS - 1)) * BYTES;
  }

  private static ByteBuffer part() {
    try {
      Path file = Files.createTempFile("customerhub-pairs", ".tmp");
      // What is mapped stays when the file is closed, and with that removed.
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        fill(channel);
        return channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) PAIRS * BYTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "pairs that do not fit in memory cannot be written to java.io.tmpdir; more of them may be"
              + " held in memory",
          e);
    }
  }

  /** Takes the space beforehand: a disk that is full must fail here and not where it is mapped. */
  private static void fill(FileChannel channel) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(PAIRS);
    for (int i = 0; i < BYTES; i++) {
      zeros.clear();
      while (zeros.hasRemaining()) {
        channel.write(zeros);
      }
    }
  }
}

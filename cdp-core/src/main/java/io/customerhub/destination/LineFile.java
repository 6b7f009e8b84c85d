package io.customerhub.destination;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of whole lines, locked against other writers. Not by a channel, which would be closed if a
 * thread of the host is interrupted.
 */
final class LineFile {

  private static final Logger LOG = LoggerFactory.getLogger(FileDestination.class);
  private static final int CHUNK = 8 * 1024;

  private final RandomAccessFile file;
  private final boolean sync;
  private long length;

  private LineFile(RandomAccessFile file, boolean sync, long length) {
    this.file = file;
    this.sync = sync;
    this.length = length;
  }

  static LineFile open(Path path, boolean sync) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      lock(file);
      long torn = file.length();
      long whole = wholeLines(file);
      if (whole < torn) {
        LOG.warn("Cut {} bytes of a torn line off {}", torn - whole, path.getFileName());
        file.setLength(whole);
      }
      file.seek(whole);
      return new LineFile(file, sync, whole);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  long length() {
    return length;
  }

  /** Adds a line whole, or not at all as far as the disk lets it be taken back. */
  void append(byte[] line) throws IOException {
    try {
      file.seek(length);
      file.write(line);
      if (sync) {
        file.getFD().sync();
      }
      length += line.length;
    } catch (IOException e) {
      file.setLength(length);
      throw e;
    }
  }

  void close() {
    try {
      file.close();
    } catch (IOException e) {
      LOG.warn("Closing a file failed with {}", e.getClass().getName());
    }
  }

  private static void lock(RandomAccessFile file) throws IOException {
    try {
      if (file.getChannel().tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      throw new IOException("the file is being written by this process already", e);
    }
    throw new IOException("the file is being written by another process");
  }

  /** Returns the length up to the last line end, looking backwards. */
  private static long wholeLines(RandomAccessFile file) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (long end = file.length(); end > 0; end = Math.max(0, end - CHUNK)) {
      int some = (int) Math.min(CHUNK, end);
      file.seek(end - some);
      file.readFully(chunk, 0, some);
      for (int i = some - 1; i >= 0; i--) {
        if (chunk[i] == '\n') {
          return end - some + i + 1;
        }
      }
    }
    return 0;
  }
}

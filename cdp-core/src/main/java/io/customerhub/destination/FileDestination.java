package io.customerhub.destination;

import io.customerhub.spi.Delivery;
import io.customerhub.spi.DeliveryResult;
import io.customerhub.spi.Destination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Appends news to a file, one JSON object to a line, in UTF-8. A line that a crash left torn is cut
 * off when the file is opened: its news was not acknowledged and comes again. A full file is
 * renamed by appending the next free number, and a new one is begun; nothing is ever deleted.
 *
 * <p>The file is locked: one process at a time writes it. Thread-safe.
 */
public final class FileDestination implements Destination {

  private final Path path;
  private final long size;
  private final boolean sync;
  private @Nullable LineFile file;

  FileDestination(FileBuilder parts) {
    this.path = parts.path;
    this.size = parts.size == null ? FileBuilder.SIZE : parts.size;
    this.sync = !parts.unforced;
    this.file = open(path, sync);
  }

  /** Starts a file. Its folder has to be there. */
  public static FileBuilder builder(Path path) {
    return new FileBuilder(path);
  }

  @Override
  public synchronized DeliveryResult deliver(Delivery delivery) {
    try {
      write((delivery.body() + "\n").getBytes(StandardCharsets.UTF_8));
      return DeliveryResult.delivered();
    } catch (IOException | UncheckedIOException e) {
      return DeliveryResult.retry(e.getClass().getSimpleName());
    }
  }

  @Override
  public synchronized void close() {
    if (file != null) {
      file.close();
      file = null;
    }
  }

  /** Returns the file's name. */
  @Override
  public String toString() {
    return "FileDestination[" + path.getFileName() + "]";
  }

  private void write(byte[] line) throws IOException {
    LineFile current = file == null ? open(path, sync) : file;
    file = current;
    if (current.length() > 0 && current.length() + line.length > size) {
      current = rotated(current);
    }
    current.append(line);
  }

  /**
   * A crash in between leaves the old file renamed and no new one, which is then begun on opening.
   */
  private LineFile rotated(LineFile full) throws IOException {
    full.close();
    file = null;
    Files.move(path, free());
    LineFile fresh = open(path, sync);
    file = fresh;
    return fresh;
  }

  private Path free() {
    int number = 1;
    Path free = numbered(number);
    while (Files.exists(free)) {
      free = numbered(++number);
    }
    return free;
  }

  private Path numbered(int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }

  private static LineFile open(Path path, boolean sync) {
    try {
      return LineFile.open(path, sync);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + path.getFileName(), e);
    }
  }
}

package io.customerhub.destination;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what a file of news is made of. Not thread-safe. */
public final class FileBuilder {

  static final long SIZE = 100L * 1024 * 1024;

  private static final long SMALLEST = 1024;

  final Path path;
  @Nullable Long size;
  boolean unforced;

  FileBuilder(Path path) {
    this.path = Objects.requireNonNull(path, "path");
  }

  /**
   * Sets at what size a new file is begun, at least 1 KiB; 100 MiB if not set. A line is never
   * split, so a larger one makes a larger file.
   *
   * @throws IllegalStateException if it is set already
   */
  public FileBuilder rotateAt(long bytes) {
    if (bytes < SMALLEST) {
      throw new IllegalArgumentException("rotateAt: " + bytes + ", expected at least 1024");
    }
    if (size != null) {
      throw new IllegalStateException("rotateAt is set already");
    }
    this.size = bytes;
    return this;
  }

  /**
   * Does not force each line to the disk before it counts as delivered: many times faster, and what
   * the operating system had not written yet is missing after a power failure.
   */
  public FileBuilder withoutForce() {
    this.unforced = true;
    return this;
  }

  /**
   * Returns the destination; the file is opened, or made, at once.
   *
   * @throws java.io.UncheckedIOException if it cannot be opened, or another writer has it
   */
  public FileDestination build() {
    return new FileDestination(this);
  }
}

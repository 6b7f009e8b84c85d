package io.customerhub.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Optional data beside the checkout. */
final class SharedData {

  private SharedData() {}

  /** Returns a file or folder; skips the test if it is absent. */
  static Path path(String name) {
    Path path = Path.of(System.getProperty("customerhub.shared.data", ""), name);
    assumeTrue(Files.exists(path), () -> "needs the optional data " + name);
    return path;
  }

  /** Returns the files of a folder, at any depth, whose names end so, sorted. */
  static List<Path> files(String folder, String end) {
    try (Stream<Path> files = Files.walk(path(folder))) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.customerhub.examples.quickstart;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Something that can be read more than once: a file, or one of the sample's.
 *
 * @param name what to call it when something is wrong with it
 * @param opener opens it
 */
record Input(String name, Opener opener) {

  /** Opens an input at its beginning. */
  interface Opener {
    InputStream open() throws IOException;
  }

  static Input of(Path file) {
    return of(file, String.valueOf(file.getFileName()));
  }

  static Input of(Path file, String name) {
    return new Input(
        name,
        () -> {
          if (Files.isDirectory(file)) {
            throw new FileNotFoundException(file + " is a folder");
          }
          return new BufferedInputStream(unpacked(file));
        });
  }

  static Input sample(String name) {
    return new Input(name, () -> shipped(name));
  }

  InputStream open() throws IOException {
    return opener.open();
  }

  private static InputStream shipped(String name) throws IOException {
    InputStream in = Input.class.getResourceAsStream("/sample/" + name);
    if (in == null) {
      throw new FileNotFoundException("the sample " + name + " is not in this jar");
    }
    return new BufferedInputStream(in);
  }

  private static InputStream unpacked(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    if (!file.toString().endsWith(".gz")) {
      return in;
    }
    try {
      return new GZIPInputStream(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}

package io.customerhub.examples.resolve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How the characters of a file are written as bytes. */
final class Encoding {

  private static final int SAMPLE = 64 * 1024;

  private Encoding() {}

  /** Returns UTF-16 if a mark says so, else UTF-8 if all of the file is, else an older one. */
  static Charset of(Path file) throws IOException {
    Charset marked = marked(file);
    if (marked != null) {
      return marked;
    }
    try (Reader in = strict(file)) {
      char[] buffer = new char[1 << 16];
      while (in.read(buffer) >= 0) {
        // Read for the exception that it may throw.
      }
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException notUtf8) {
      try (InputStream in = Files.newInputStream(file)) {
        return Legacy.of(in.readNBytes(SAMPLE));
      }
    }
  }

  /** Opens a file without its byte-order mark; bytes that are no characters are replaced. */
  static Reader open(Path file, Charset charset) throws IOException {
    Reader in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
    in.mark(1);
    if (in.read() != 0xFEFF) {
      in.reset();
    }
    return in;
  }

  private static @Nullable Charset marked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      int first = in.read();
      int second = in.read();
      boolean marked = (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
      return marked ? StandardCharsets.UTF_16 : null;
    }
  }

  private static Reader strict(Path file) throws IOException {
    return new InputStreamReader(
        Files.newInputStream(file),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}

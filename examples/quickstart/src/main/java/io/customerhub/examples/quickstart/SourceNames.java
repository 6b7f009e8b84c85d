package io.customerhub.examples.quickstart;

import java.nio.file.Path;
import java.util.List;

/** Names the sources of files that do not say it themselves. */
final class SourceNames {

  private static final int LENGTH = 64;

  private SourceNames() {}

  /**
   * Returns the file's name without its endings; with the folder before it if another file of the
   * run has the same, because a source numbers its messages for itself.
   */
  static String of(Path file, List<Path> all) {
    String own = stem(file);
    boolean alone = all.stream().filter(other -> stem(other).equals(own)).count() < 2;
    Path folder = file.toAbsolutePath().normalize().getParent();
    String name =
        alone || folder == null || folder.getFileName() == null
            ? own
            : folder.getFileName() + "/" + own;
    return name.length() <= LENGTH ? name : name.substring(name.length() - LENGTH);
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    int dot = unpacked.lastIndexOf('.');
    return dot > 0 ? unpacked.substring(0, dot) : unpacked;
  }
}

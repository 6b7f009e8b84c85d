package io.customerhub.examples.quickstart;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Names files, and the sources of files that do not say it themselves. */
final class SourceNames {

  private static final int LENGTH = 64;

  private SourceNames() {}

  /**
   * Returns the file's name without its endings; or its folder's if another file has the same name,
   * because a folder of numbered files is most likely of one source.
   */
  static String of(Path file, List<Path> all) {
    String stem = stem(name(file));
    String name = isShared(stem, all, SourceNames::stem) ? folder(file) : stem;
    return name.length() <= LENGTH ? name : name.substring(name.length() - LENGTH);
  }

  /** Returns the file's name; with its folder's before it if another file has the same name. */
  static String label(Path file, List<Path> all) {
    String name = name(file);
    return isShared(name, all, same -> same) ? folder(file) + "/" + name : name;
  }

  private static boolean isShared(String name, List<Path> all, UnaryOperator<String> naming) {
    return all.stream().filter(other -> naming.apply(name(other)).equals(name)).count() > 1;
  }

  private static String folder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null ? stem(name(file)) : name(folder);
  }

  private static String stem(String name) {
    String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    int dot = unpacked.lastIndexOf('.');
    return dot > 0 ? unpacked.substring(0, dot) : unpacked;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}

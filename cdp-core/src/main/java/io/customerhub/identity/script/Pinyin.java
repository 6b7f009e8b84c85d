package io.customerhub.identity.script;

import java.util.HashMap;
import java.util.Map;

/** Chinese characters by how they are read in names, without tones. */
final class Pinyin {

  private Pinyin() {}

  /** Read when the first character comes that needs it. */
  private static final class Readings {

    private static final Map<Integer, String> SYLLABLES = read();

    private static Map<Integer, String> read() {
      Map<Integer, String> syllables = new HashMap<>(1 << 16);
      for (String line : Lines.of("pinyin.txt")) {
        int blank = line.indexOf(' ');
        String syllable = line.substring(0, blank);
        line.codePoints().skip(blank + 1L).forEach(c -> syllables.put(c, syllable));
      }
      return syllables;
    }
  }

  static String spelled(String run) {
    StringBuilder out = new StringBuilder(4 * run.length());
    run.codePoints().forEach(c -> out.append(spelled(c)));
    return out.toString();
  }

  private static String spelled(int c) {
    String syllable = Readings.SYLLABLES.get(c);
    return syllable == null ? Character.toString(c) : syllable;
  }
}

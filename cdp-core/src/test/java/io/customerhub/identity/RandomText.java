package io.customerhub.identity;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** Random texts that favour what goes wrong: marks, odd spaces, case, other scripts. */
final class RandomText {

  private static final int[] STARTS = {
    'a', 'A', '0', ' ', 0xA0, 0xC0, 0x130, 0x1C4, 0x300, 0x391, 0x410, 0x5D0, 0x660, 0x1100, 0x1E00,
    0x1F00, 0x2000, 0x2100, 0x3040, 0xAC00, 0xFB00, 0xFF00, 0x10400, 0x1D400, 0x1F600
  };

  private RandomText() {}

  static String of(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(STARTS[random.nextInt(STARTS.length)] + random.nextInt(26));
    }
    return text.toString();
  }

  static String digits(Random random, int length) {
    String digits =
        random
            .ints(length, 0, 10)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(random.nextInt(4) == 0 ? " " : ""));
    return switch (random.nextInt(4)) {
      case 0 -> "+" + digits;
      case 1 -> "0" + digits;
      case 2 -> "00" + digits;
      default -> digits;
    };
  }

  static String escaped(String text) {
    return text.chars()
        .mapToObj(
            c -> c > ' ' && c < 127 ? "" + (char) c : String.format(Locale.ROOT, "\\u%04X", c))
        .collect(Collectors.joining());
  }
}

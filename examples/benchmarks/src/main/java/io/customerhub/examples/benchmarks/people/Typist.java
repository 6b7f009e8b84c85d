package io.customerhub.examples.benchmarks.people;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes the errors of people who type and of machines that read. */
final class Typist {

  private static final List<String> KEYBOARD =
      List.of("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm");

  private static final Map<String, String> MISREAD =
      Map.ofEntries(
          Map.entry("m", "rn"),
          Map.entry("rn", "m"),
          Map.entry("l", "1"),
          Map.entry("1", "l"),
          Map.entry("o", "0"),
          Map.entry("0", "o"),
          Map.entry("s", "5"),
          Map.entry("5", "s"),
          Map.entry("cl", "d"),
          Map.entry("w", "vv"),
          Map.entry("i", "j"),
          Map.entry("e", "c"));

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Typist() {}

  /** Returns the text with an error in it, rarely with two. */
  static String mistyped(Dice dice, String text) {
    String once = mistypedOnce(dice, text);
    return dice.chance(0.08) ? mistypedOnce(dice, once) : once;
  }

  private static String mistypedOnce(Dice dice, String text) {
    if (text.length() < 3) {
      return text;
    }
    int at = dice.below(text.length() - 1);
    return switch (dice.below(6)) {
      case 0 -> text.substring(0, at) + near(dice, text.charAt(at)) + text.substring(at);
      case 1 -> text.substring(0, at) + text.substring(at + 1);
      case 2 -> text.substring(0, at) + any(dice, text.charAt(at)) + text.substring(at + 1);
      case 3 -> text.substring(0, at) + near(dice, text.charAt(at)) + text.substring(at + 1);
      case 4 -> swapped(text, at);
      default -> misread(dice, text);
    };
  }

  private static String swapped(String text, int at) {
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  /** A key beside the right one; what has no keys beside it is doubled. */
  private static char near(Dice dice, char c) {
    char small = Character.toLowerCase(c);
    for (String row : KEYBOARD) {
      int at = row.indexOf(small);
      if (at >= 0) {
        int beside = at == 0 || (at < row.length() - 1 && dice.chance(0.5)) ? at + 1 : at - 1;
        return cased(row.charAt(beside), c);
      }
    }
    return c;
  }

  private static char any(Dice dice, char c) {
    return Character.isDigit(c)
        ? (char) ('0' + dice.below(10))
        : cased((char) ('a' + dice.below(26)), c);
  }

  private static char cased(char c, char like) {
    return Character.isUpperCase(like) ? Character.toUpperCase(c) : c;
  }

  /** Takes a shape for another as a scanner does; leaves alone what has none of these shapes. */
  private static String misread(Dice dice, String text) {
    int from = dice.below(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = (from + i) % text.length();
      for (int length = Math.min(2, text.length() - at); length > 0; length--) {
        String read = MISREAD.get(text.substring(at, at + length));
        if (read != null) {
          return text.substring(0, at) + read + text.substring(at + length);
        }
      }
    }
    return swapped(text, Math.min(from, text.length() - 2));
  }

  /** Returns the text without marks on its letters. */
  static String plain(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return text;
    }
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return bare.replace('đ', 'd')
        .replace('Đ', 'D')
        .replace('ł', 'l')
        .replace('Ł', 'L')
        .replace('ı', 'i')
        .replace("ß", "ss");
  }

  /** Returns nothing but small letters and digits, as in the part of an address before the @. */
  static String letters(String text) {
    return plain(text).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}

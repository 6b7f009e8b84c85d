package io.customerhub.identity.script;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Spells text in Latin letters as names are usually spelled: Юлия as yulia, Γιώργος as giorgos,
 * محمد as mohammed, 王小明 as wangxiaoming, たなか as tanaka, 김 as kim. For comparing, not for showing:
 * the spelling is one of several, and what it came from is lost. Pure; thread-safe.
 */
public final class Romanization {

  /** The mark that makes a vowel long in kana; Unicode counts it to no script. */
  private static final char LONG_MARK = '\u30FC';

  /** Chinese characters, and the halves of those beyond the basic plane, come after this. */
  private static final char BEFORE_HAN = '\u2E80';

  private Romanization() {}

  /**
   * Returns the text in lower case, in compatibility form, with Cyrillic, Greek, Arabic, Hebrew,
   * kana, hangul and Chinese characters in Latin letters and all digits as 0 to 9. Other scripts
   * stay. Takes time in proportion to the text, which the caller bounds; can make it six times as
   * long.
   */
  public static String of(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(folded.length() + 16);
    for (int i = 0; i < folded.length(); ) {
      UnicodeScript script = script(folded.codePointAt(i));
      int end = i;
      while (end < folded.length() && script(folded.codePointAt(end)) == script) {
        end += Character.charCount(folded.codePointAt(end));
      }
      out.append(spelled(script, folded.substring(i, end)));
      i = end;
    }
    return out.toString();
  }

  /**
   * Returns whether a word has Latin letters beside Cyrillic, Greek, Arabic or Hebrew ones, which
   * look alike and are typed by mistake or to deceive.
   */
  public static boolean mixesScripts(String text) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    int width;
    for (int i = 0; i < text.length(); i += width) {
      int c = text.codePointAt(i);
      width = Character.charCount(c);
      if (!Character.isLetter(c) && c != ' ') {
        continue;
      }
      if (c == ' ') {
        scripts.clear();
      } else {
        scripts.add(UnicodeScript.of(c));
      }
      if (scripts.size() > 1 && scripts.contains(UnicodeScript.LATIN) && hasAlike(scripts)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAlike(Set<UnicodeScript> scripts) {
    return scripts.contains(UnicodeScript.CYRILLIC)
        || scripts.contains(UnicodeScript.GREEK)
        || scripts.contains(UnicodeScript.ARABIC)
        || scripts.contains(UnicodeScript.HEBREW);
  }

  /** Returns whether a text has a letter that is neither Latin nor shared by all scripts. */
  public static boolean isNeeded(String text) {
    return text.codePoints().anyMatch(Romanization::isForeign);
  }

  /**
   * Returns a name that stands with its surname in front, as Chinese, Japanese and Korean ones in
   * their own script do, with the surname behind; any other text as it is.
   */
  public static String givenNameFirst(String name) {
    return EastAsianName.givenNameFirst(name);
  }

  /** Returns the Chinese characters of a text, each once, by their numbers: many are read alike. */
  public static String characters(String text) {
    if (!mayHaveCharacters(text)) {
      return "";
    }
    int[] characters =
        text.codePoints()
            .filter(c -> c > BEFORE_HAN && UnicodeScript.of(c) == UnicodeScript.HAN)
            .distinct()
            .sorted()
            .toArray();
    return new String(characters, 0, characters.length);
  }

  private static boolean mayHaveCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > BEFORE_HAN) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a text has Japanese syllables, which say how it is read. */
  public static boolean isKana(String text) {
    return text.chars().anyMatch(c -> c >= 0x3041 && c <= 0x30FE);
  }

  private static boolean isForeign(int c) {
    // Letters up to here are Latin.
    return c > 0x36F && script(c) != UnicodeScript.COMMON && script(c) != UnicodeScript.LATIN;
  }

  private static UnicodeScript script(int c) {
    if (c < 0x80) {
      return UnicodeScript.COMMON;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return switch (script) {
      // Marks of all scripts; those that matter are within one letter by now.
      case INHERITED -> UnicodeScript.COMMON;
      case HIRAGANA -> UnicodeScript.KATAKANA;
      default -> c == LONG_MARK ? UnicodeScript.KATAKANA : script;
    };
  }

  private static String spelled(UnicodeScript script, String run) {
    return switch (script) {
      case CYRILLIC -> Cyrillic.spelled(run);
      case GREEK -> Greek.spelled(run);
      case ARABIC -> Abjad.arabic(digits(run));
      case HEBREW -> Abjad.hebrew(run);
      case KATAKANA -> Kana.spelled(run);
      case HANGUL -> Hangul.spelled(run);
      case HAN -> Pinyin.spelled(run);
      default -> isAscii(run) ? run : digits(run);
    };
  }

  private static boolean isAscii(String run) {
    return run.chars().allMatch(c -> c < 0x80);
  }

  private static String digits(String run) {
    StringBuilder out = new StringBuilder(run.length());
    run.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    if (Character.isDigit(c)) {
      out.append(Character.digit(c, 10));
    } else {
      out.appendCodePoint(c);
    }
  }
}

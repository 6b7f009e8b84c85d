package io.customerhub.examples.quickstart.sample;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What becomes of a text where a form or a keyboard knows plain Latin letters only. */
final class Latin {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_LOCAL_PART = Pattern.compile("[^a-z0-9]+");

  private Latin() {}

  /** Returns the text without diacritics; other alphabets stay. */
  static String plain(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return bare.replace("đ", "d")
        .replace("Đ", "D")
        .replace("ł", "l")
        .replace("Ł", "L")
        .replace("ß", "ss");
  }

  /** Returns what an e-mail address would make of a name. */
  static String localPart(String name) {
    return NOT_LOCAL_PART.matcher(plain(name).toLowerCase(Locale.ROOT)).replaceAll("");
  }
}

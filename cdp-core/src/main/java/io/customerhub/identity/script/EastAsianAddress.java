package io.customerhub.identity.script;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses in Chinese characters, from the largest to the smallest: prefecture or province, town,
 * block and house, building and room. The numbers of block and house stand in many ways, between
 * hyphens or with the words for block, number and house behind them, and are one together.
 */
public final class EastAsianAddress {

  private static final Pattern LARGEST =
      Pattern.compile(
          "^\\s*(?:\u65E5\u672C|\u4E2D\u56FD)?(?:\u6771\u4EAC\u90FD|\u5317\u6D77\u9053|\u4EAC\u90FD\u5E9C|\u5927\u962A\u5E9C"
              + "|\\p{IsHan}{2,3}[\u770C\u7E23\u7701])\\s*");

  private static final String BETWEEN =
      "\\s*(?:\u4E01\u76EE|\u756A\u5730|\u756A|\u53F7\u697C|\u865F|\u53F7|\u680B|\u5F04|\u306E|\u30CE|[-\u2010-\u2015\u2212\u30FC\uFF0D])\\s*";

  /** Town, and up to three numbers; what follows is a building or the room in it. */
  private static final Pattern PLACE =
      Pattern.compile(
          "^(?<town>[^\\d]*?\\p{IsHan}[^\\d]*?)\\s*(?<one>\\d{1,5})(?:"
              + BETWEEN
              + "(?<two>\\d{1,5}))?(?:"
              + BETWEEN
              + "(?<three>\\d{1,5}))?");

  private EastAsianAddress() {}

  /**
   * Returns the town and one word for the numbers, such as {@code 3x14x3}; any other text as it is.
   */
  public static String plain(String text) {
    if (Romanization.characters(text).isEmpty()) {
      return text;
    }
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String local = LARGEST.matcher(folded).replaceFirst("");
    Matcher place = PLACE.matcher(local.isBlank() ? folded : local);
    if (!place.find()) {
      return text;
    }
    StringBuilder plain = new StringBuilder(place.group("town")).append(' ');
    plain.append(place.group("one"));
    for (String more : new String[] {place.group("two"), place.group("three")}) {
      if (more != null) {
        plain.append('x').append(more);
      }
    }
    return plain.toString();
  }
}

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

  private static final String BETWEEN = " ?(?:丁目|番地|番|号楼|号院|號|号|段|巷|条|條|栋|弄|の|ノ|[-‐-―−ー－]){1,2} ?";

  /** Town, and up to three numbers; what follows is a building or the room in it. */
  private static final Pattern PLACE =
      Pattern.compile(
          "(?<town>[^\\d]{1,128})(?<one>\\d{1,5})(?:"
              + BETWEEN
              + "(?<two>\\d{1,5}))?(?:"
              + BETWEEN
              + "(?<three>\\d{1,5}))?(?<rest>.*)",
          Pattern.DOTALL);

  /** Between numbers; behind all of them it ends the last. */
  private static final Pattern UNREAD =
      Pattern.compile("(?!(?:丁目|番地|番|号室|号|號|室))[ ]?\\p{IsHan}[^ ]*\\d.*", Pattern.DOTALL);

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private EastAsianAddress() {}

  /**
   * Returns the town and one word for the numbers, such as {@code 3x14x3}; any other text as it is.
   */
  public static String plain(String text) {
    if (Romanization.characters(text).isEmpty()) {
      return text;
    }
    String folded =
        BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" ");
    String local = LARGEST.matcher(folded).replaceFirst("");
    Matcher place = PLACE.matcher(local.isBlank() ? folded : local);
    if (!place.lookingAt()
        || Romanization.characters(place.group("town")).isEmpty()
        || UNREAD.matcher(place.group("rest")).lookingAt()) {
      return text;
    }
    StringBuilder plain = new StringBuilder(place.group("town").strip()).append(' ');
    plain.append(place.group("one"));
    for (String more : new String[] {place.group("two"), place.group("three")}) {
      if (more != null) {
        plain.append('x').append(more);
      }
    }
    return plain.toString();
  }
}

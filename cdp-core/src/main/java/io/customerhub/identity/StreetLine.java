package io.customerhub.identity;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A street and house number, folded.
 *
 * @param numbers the tokens that start with a digit, house number first
 * @param texts the other tokens, without words for the kind of street, unless those are all
 */
record StreetLine(List<String> numbers, List<EncodedText> texts) {

  private static final Set<String> KINDS =
      Set.of(
          "st",
          "street",
          "rd",
          "road",
          "ave",
          "av",
          "avenue",
          "blvd",
          "blv",
          "boulevard",
          "dr",
          "drive",
          "ln",
          "lane",
          "ct",
          "court",
          "crt",
          "cct",
          "circuit",
          "cir",
          "circle",
          "pl",
          "place",
          "cres",
          "crescent",
          "cr",
          "cl",
          "close",
          "tce",
          "terrace",
          "ter",
          "way",
          "hwy",
          "highway",
          "pde",
          "parade",
          "sq",
          "square",
          "str",
          "strasse",
          "pkwy",
          "parkway",
          "apt",
          "unit",
          "suite",
          "ste",
          "flat",
          "no",
          "n",
          "s",
          "e",
          "w",
          "north",
          "south",
          "east",
          "west",
          "the");

  private static final Pattern ORDINAL = Pattern.compile("\\d+(?:st|nd|rd|th)");

  static StreetLine of(String text) {
    List<String> tokens = FoldedText.tokens(text);
    List<String> words = tokens.stream().filter(token -> !isNumber(token)).toList();
    List<String> telling = words.stream().filter(word -> !KINDS.contains(word)).toList();
    return new StreetLine(
        tokens.stream().filter(StreetLine::isNumber).toList(),
        EncodedText.all(telling.isEmpty() ? words : telling));
  }

  List<String> words() {
    return EncodedText.texts(texts);
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  /** A house number; 58th is the name of a street. */
  private static boolean isNumber(String token) {
    return Character.isDigit(token.charAt(0)) && !ORDINAL.matcher(token).matches();
  }
}

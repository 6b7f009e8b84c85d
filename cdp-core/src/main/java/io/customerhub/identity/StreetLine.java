package io.customerhub.identity;

import io.customerhub.identity.script.EastAsianAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A street and house number, folded.
 *
 * @param numbers the tokens that start with a digit, house number first
 * @param texts the other tokens, without words for the kind of street, unless those are all
 */
record StreetLine(List<String> numbers, List<EncodedText> texts) {

  StreetLine {
    numbers = List.copyOf(numbers);
    texts = List.copyOf(texts);
  }

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
          "the",
          // The same in other languages, and what stands between.
          "allee",
          "avda",
          "avenida",
          "bd",
          "c",
          "cad",
          "caddesi",
          "calle",
          "cd",
          "chaussee",
          "corso",
          "d",
          "da",
          "das",
          "de",
          "del",
          "della",
          "der",
          "des",
          "di",
          "die",
          "do",
          "dos",
          "du",
          "duong",
          "el",
          "gasse",
          "imp",
          "impasse",
          "la",
          "laan",
          "le",
          "les",
          "mah",
          "mahallesi",
          "nr",
          "pho",
          "piazza",
          "platz",
          "plaza",
          "plz",
          "pza",
          "quai",
          "r",
          "rua",
          "rue",
          "sk",
          "sokak",
          "sokagi",
          "straat",
          "ul",
          "ulica",
          "ulitsa",
          "via",
          "viale",
          "weg");

  private static final List<String> JOINED_KINDS = List.of("strasse", "straat", "str");

  private static final Pattern ORDINAL = Pattern.compile("\\d+(?:st|nd|rd|th)");

  static StreetLine of(String text) {
    List<String> numbers = new ArrayList<>(2);
    List<String> words = new ArrayList<>(4);
    List<String> telling = new ArrayList<>(4);
    for (String token : FoldedText.tokens(EastAsianAddress.plain(text))) {
      if (isNumber(token)) {
        numbers.add(token);
      } else {
        words.add(token);
        if (!KINDS.contains(token)) {
          telling.add(token);
        }
      }
    }
    List<String> kept = telling.isEmpty() ? words : telling;
    kept.replaceAll(StreetLine::stem);
    return new StreetLine(numbers, EncodedText.all(kept));
  }

  /** Streets that are counted, in words. */
  private static final Map<String, String> ORDINALS =
      Map.of(
          "first", "1st", "second", "2nd", "third", "3rd", "fourth", "4th", "fifth", "5th", "sixth",
          "6th", "seventh", "7th", "eighth", "8th", "ninth", "9th", "tenth", "10th");

  /** German writes the kind of street behind its name, in full or not. */
  private static String stem(String word) {
    String counted = ORDINALS.get(word);
    if (counted != null) {
      return counted;
    }
    for (String kind : JOINED_KINDS) {
      if (word.length() > kind.length() + 3 && word.endsWith(kind)) {
        return word.substring(0, word.length() - kind.length());
      }
    }
    return word;
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

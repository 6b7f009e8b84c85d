package io.customerhub.identity;

import io.customerhub.identity.script.KoreanName;
import io.customerhub.identity.script.Romanization;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's name, folded and split, without titles.
 *
 * @param given the given names in order; may be empty
 * @param surname the words of the surname in order; may be empty
 * @param givenText the given names without blanks
 * @param surnameText the surname without blanks
 * @param generation 1 for senior, 2 for junior and II, and so on; 0 if not said
 * @param characters the Chinese characters in it; many are spelled alike in Latin letters; {@link
 *     #KANA} if it has Japanese syllables instead
 * @param expanded the same name with umlauts written as two letters; null if it has none
 */
record PersonName(
    List<EncodedText> given,
    List<EncodedText> surname,
    EncodedText givenText,
    EncodedText surnameText,
    int generation,
    String characters,
    @Nullable PersonName expanded) {

  /** Stands for any Japanese syllables. */
  static final String KANA = "\u3042";

  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "prof",
          "professor",
          "sir",
          "dame",
          "lord",
          "lady",
          "rev",
          "herr",
          "frau",
          "dipl",
          "ing",
          "phd",
          "md",
          "esq",
          "mme",
          "mlle",
          "monsieur",
          "senor",
          "senora",
          "sra",
          "srta",
          "madame",
          "dott",
          "signora",
          "dhr",
          "mevr",
          "smt",
          "garu",
          "sayin",
          "sn");

  private static final Map<String, Integer> GENERATIONS =
      Map.of(
          "sr", 1, "senior", 1, "jr", 2, "jnr", 2, "junior", 2, "ii", 2, "iii", 3, "iv", 4, "2nd",
          2, "3rd", 3);

  PersonName {
    given = List.copyOf(given);
    surname = List.copyOf(surname);
  }

  static PersonName of(String givenAsWritten, String surnameAsWritten, String wholeAsWritten) {
    String givenText = WrittenName.of(givenAsWritten);
    String surnameText = WrittenName.of(surnameAsWritten);
    String whole = Romanization.givenNameFirst(WrittenName.whole(wholeAsWritten));
    String otherGiven = FoldedText.expanded(givenText);
    String otherSurname = FoldedText.expanded(surnameText);
    String otherWhole = FoldedText.expanded(whole);
    boolean plain =
        otherGiven.equals(givenText)
            && otherSurname.equals(surnameText)
            && otherWhole.equals(whole);
    PersonName expanded = plain ? null : of(otherGiven, otherSurname, otherWhole, null);
    return of(givenText, surnameText, whole, expanded);
  }

  private static PersonName of(
      String givenText, String surnameText, String wholeText, @Nullable PersonName expanded) {
    List<String> given = new ArrayList<>(FoldedText.tokens(givenText));
    List<String> surname = new ArrayList<>(FoldedText.tokens(surnameText));
    int generation = Math.max(stripped(given), stripped(surname));
    boolean whole = !given.isEmpty() && !surname.isEmpty();
    if (!whole) {
      generation = Math.max(generation, complete(given, surname, wholeText));
    }
    String text = givenText + surnameText + (whole ? "" : wholeText);
    String characters = writtenIn(text);
    // Chinese and Japanese ones in Latin letters can look Korean.
    KoreanName korean = characters.isEmpty() ? KoreanName.of(given, surname) : null;
    if (korean != null) {
      given = List.of(korean.given());
      surname = List.of(korean.surname());
    }
    EncodedText givenJoined = joined(given);
    EncodedText surnameJoined = joined(surname);
    return new PersonName(
        encoded(given, givenJoined),
        encoded(surname, surnameJoined),
        givenJoined,
        surnameJoined,
        generation,
        characters,
        expanded);
  }

  private static String writtenIn(String text) {
    String characters = Romanization.characters(text);
    return characters.isEmpty() && Romanization.isKana(text) ? KANA : characters;
  }

  /** Returns whether one of two names is in characters and the other one in Japanese syllables. */
  boolean isReadingOf(PersonName other) {
    return isWrittenOtherwise(other) && (characters.equals(KANA) || other.characters.equals(KANA));
  }

  /** Returns the name as it is compared with one that may have its umlauts as two letters. */
  PersonName inOtherSpelling() {
    return expanded == null ? this : expanded;
  }

  String givenJoined() {
    return givenText.text();
  }

  String surnameJoined() {
    return surnameText.text();
  }

  boolean isEmpty() {
    return givenText.length() == 0 && surnameText.length() == 0;
  }

  boolean isWhole() {
    return givenText.length() > 0 && surnameText.length() > 0;
  }

  /** Returns the name without blanks, so that it does not matter where it was split. */
  String joined() {
    return givenJoined() + surnameJoined();
  }

  /** Returns whether two whole names have the same letters in the same order, wherever split. */
  boolean isSameText(PersonName other) {
    return !isWrittenOtherwise(other) && isSameLatinText(other);
  }

  /** Returns whether both names are in Chinese characters, and not in the same ones. */
  boolean isWrittenOtherwise(PersonName other) {
    return !characters.isEmpty()
        && !other.characters.isEmpty()
        && !characters.equals(other.characters);
  }

  private boolean isSameLatinText(PersonName other) {
    if (givenText.length() == other.givenText.length()) {
      return givenText.isEqual(other.givenText) && surnameText.isEqual(other.surnameText);
    }
    boolean sameLength =
        givenText.length() + surnameText.length()
            == other.givenText.length() + other.surnameText.length();
    // Where a name in characters without a blank is to be split is a guess.
    return sameLength && (hasCharactersOf(other) || joined().equals(other.joined()));
  }

  private boolean hasCharactersOf(PersonName other) {
    return !characters.isEmpty() && !characters.equals(KANA) && characters.equals(other.characters);
  }

  private static int complete(List<String> given, List<String> surname, String wholeText) {
    int comma = wholeText.indexOf(',');
    // "Lovelace, Ada" has the surname in front.
    String ordered =
        comma < 0
            ? wholeText
            : wholeText.substring(comma + 1) + " " + wholeText.substring(0, comma);
    List<String> whole = new ArrayList<>(FoldedText.tokens(ordered));
    int generation = stripped(whole);
    if (!given.isEmpty()) {
      whole.removeAll(given);
      surname.addAll(whole);
    } else if (!surname.isEmpty()) {
      whole.removeAll(surname);
      given.addAll(whole);
    } else {
      WholeName split = WholeName.of(whole);
      given.addAll(split.given());
      surname.addAll(split.surname());
    }
    return generation;
  }

  static boolean isTitle(String word) {
    return TITLES.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Removes titles and generations, but never all there is; returns the generation or 0. */
  private static int stripped(List<String> tokens) {
    int generation = 0;
    for (int i = 0; i < tokens.size() && tokens.size() > 1; ) {
      String token = tokens.get(i);
      Integer said = GENERATIONS.get(token);
      if (said == null && !TITLES.contains(token)) {
        i++;
      } else {
        tokens.remove(i);
        generation = said == null ? generation : said;
      }
    }
    return generation;
  }

  /** Encoded once: they are compared far more often than made. */
  private static List<EncodedText> encoded(List<String> tokens, EncodedText joined) {
    boolean same = tokens.size() == 1 && tokens.get(0).equals(joined.text());
    return same ? List.of(joined) : EncodedText.all(tokens);
  }

  private static EncodedText joined(List<String> tokens) {
    return EncodedText.of(Letters.prefix(String.join("", tokens), FoldedText.TOKEN_LENGTH));
  }
}

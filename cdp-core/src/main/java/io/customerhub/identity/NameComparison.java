package io.customerhub.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares names jointly: given name and surname are often swapped, shortened or misspelt. */
final class NameComparison {

  /** How a part agrees, best first. */
  private enum Part {
    EXACT,
    NICKNAME,
    CLOSE,
    FAIR,
    INITIAL,
    LOOSE,
    DIFFERENT,
    MISSING;

    boolean atLeast(Part other) {
      return compareTo(other) <= 0;
    }
  }

  private static final double CLOSE = 0.92;
  private static final double FAIR = 0.88;
  private static final double LOOSE = 0.70;

  private final Nicknames nicknames;

  NameComparison(Nicknames nicknames) {
    this.nicknames = nicknames;
  }

  /** Returns whether nicknames of a given name are known. */
  boolean knowsGiven(String given) {
    return nicknames.knows(given);
  }

  /** Returns the level, or null if the two names have no part in common to compare. */
  @Nullable Level level(PersonName a, PersonName b) {
    if (a.isEmpty() || b.isEmpty()) {
      return null;
    }
    Level level = spelledLevel(a, b);
    if (level != null && level.bits() <= Level.NAME_BOTH_LOOSE.bits() && a.isReadingOf(b)) {
      // In Japan characters are read in many ways: that they are read otherwise here says nothing.
      return null;
    }
    if (a.expanded() == null && b.expanded() == null) {
      return level;
    }
    // Mueller is one way to write the same as Muller with an umlaut, Muller without is the other.
    return better(
        level, better(spelledLevel(a.inOtherSpelling(), b), spelledLevel(a, b.inOtherSpelling())));
  }

  private static @Nullable Level better(@Nullable Level one, @Nullable Level other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.bits() >= other.bits() ? one : other;
  }

  private @Nullable Level spelledLevel(PersonName a, PersonName b) {
    if (a.isWhole() && b.isWhole()) {
      return wholeLevel(a, b);
    }
    Part given = given(a.given(), a.givenText(), b.given(), b.givenText());
    Part surname = surname(a.surname(), a.surnameText(), b.surname(), b.surnameText());
    return crossed(a, b).atLeast(Part.CLOSE)
            && !(given.atLeast(Part.FAIR) || surname.atLeast(Part.FAIR))
        ? Level.NAME_PART_CLOSE
        : partLevel(given, surname);
  }

  /**
   * Returns whether two names are clearly not of one person. A surname alone can change, a given
   * name does not.
   */
  boolean contradict(PersonName a, PersonName b) {
    Level level = level(a, b);
    if (level == null) {
      return false;
    }
    boolean given = a.givenText().length() > 0 && b.givenText().length() > 0;
    return level.contradicts() || (given && level == Level.NAME_PART_DIFFERENT);
  }

  /** Returns whether both names say a generation, such as Jr and Sr, and not the same. */
  static boolean generationsDiffer(PersonName a, PersonName b) {
    return a.generation() != 0 && b.generation() != 0 && a.generation() != b.generation();
  }

  private Level wholeLevel(PersonName a, PersonName b) {
    if (a.isSameText(b)) {
      return Level.NAME_EXACT;
    }
    Level straight =
        joint(
            given(a.given(), a.givenText(), b.given(), b.givenText()),
            surname(a.surname(), a.surnameText(), b.surname(), b.surnameText()));
    Level best = straight.bits() < Level.NAME_SWAPPED.bits() ? swapped(a, b, straight) : straight;
    // Read alike and written with other characters: chosen wrongly from a list, or another person.
    boolean homophone = best.bits() > Level.NAME_CLOSE.bits() && a.isWrittenOtherwise(b);
    return homophone ? Level.NAME_CLOSE : best;
  }

  private Level swapped(PersonName a, PersonName b, Level straight) {
    if (isSwapped(a, b)) {
      return Level.NAME_SWAPPED;
    }
    boolean initial = straight.bits() < Level.NAME_INITIAL.bits();
    return initial && (isInitialInFront(a, b) || isInitialInFront(b, a))
        ? Level.NAME_INITIAL
        : straight;
  }

  /** Returns whether a side has the surname in front, and the other one only an initial. */
  private boolean isInitialInFront(PersonName whole, PersonName initial) {
    return initial.given().get(0).length() == 1
        && text(whole.givenText(), initial.surnameText()).atLeast(Part.CLOSE)
        && given(whole.surname(), whole.surnameText(), initial.given(), initial.givenText())
            == Part.INITIAL;
  }

  private boolean isSwapped(PersonName a, PersonName b) {
    Part one = either(a.given(), a.givenText(), b.surname(), b.surnameText());
    if (!one.atLeast(Part.FAIR)) {
      return false;
    }
    Part other = either(a.surname(), a.surnameText(), b.given(), b.givenText());
    return other.atLeast(Part.FAIR) && (one.atLeast(Part.CLOSE) || other.atLeast(Part.CLOSE));
  }

  /** Word by word, as surnames or as given names: of several one may be left out on a side. */
  private Part either(
      List<EncodedText> a, EncodedText aText, List<EncodedText> b, EncodedText bText) {
    Part part = surname(a, aText, b, bText);
    if (part.atLeast(Part.FAIR) || (a.size() == 1 && b.size() == 1)) {
      return part;
    }
    Part given = given(a, aText, b, bText);
    return part.atLeast(given) ? part : given;
  }

  /** The part that one side has against the other part of the other side. */
  private static Part crossed(PersonName a, PersonName b) {
    Part one = text(a.givenText(), b.surnameText());
    Part other = text(a.surnameText(), b.givenText());
    return one.atLeast(other) ? one : other;
  }

  private static Level joint(Part given, Part surname) {
    if (given == Part.DIFFERENT) {
      return surname.atLeast(Part.LOOSE) ? Level.NAME_SURNAME_ONLY : Level.NAME_DIFFERENT;
    }
    if (surname == Part.DIFFERENT) {
      return given.atLeast(Part.CLOSE) ? Level.NAME_GIVEN_ONLY : Level.NAME_GIVEN_LOOSE;
    }
    if (given.atLeast(Part.CLOSE) && surname.atLeast(Part.CLOSE)) {
      return bothClose(given, surname);
    }
    return partlyClose(given, surname);
  }

  private static Level bothClose(Part given, Part surname) {
    if (given == Part.NICKNAME) {
      return Level.NAME_NICKNAME;
    }
    return given == Part.EXACT && surname == Part.EXACT ? Level.NAME_EXACT : Level.NAME_CLOSE;
  }

  private static Level partlyClose(Part given, Part surname) {
    if (given == Part.INITIAL) {
      return surname.atLeast(Part.FAIR) ? Level.NAME_INITIAL : Level.NAME_BOTH_LOOSE;
    }
    if (given.atLeast(Part.FAIR) && surname.atLeast(Part.FAIR)) {
      return Level.NAME_FAIR;
    }
    if (given.atLeast(Part.CLOSE)) {
      return Level.NAME_SURNAME_LOOSE;
    }
    return surname.atLeast(Part.CLOSE) ? Level.NAME_GIVEN_FAR : Level.NAME_BOTH_LOOSE;
  }

  private static @Nullable Level partLevel(Part given, Part surname) {
    if (given == Part.MISSING) {
      return surnameLevel(surname);
    }
    if (given.atLeast(Part.CLOSE)) {
      return Level.NAME_GIVEN_ALONE;
    }
    return given == Part.DIFFERENT ? Level.NAME_PART_DIFFERENT : null;
  }

  private static @Nullable Level surnameLevel(Part surname) {
    if (surname == Part.EXACT) {
      return Level.NAME_SURNAME_ALONE;
    }
    if (surname.atLeast(Part.FAIR)) {
      return Level.NAME_PART_CLOSE;
    }
    return surname == Part.DIFFERENT ? Level.NAME_PART_DIFFERENT : null;
  }

  private Part given(
      List<EncodedText> a, EncodedText aText, List<EncodedText> b, EncodedText bText) {
    if (aText.length() == 0 || bText.length() == 0) {
      return Part.MISSING;
    }
    if (aText.isEqual(bText)) {
      return Part.EXACT;
    }
    if (a.size() == 1 && b.size() == 1) {
      return givenToken(aText, bText);
    }
    // The first of several names has to be among the others: Anna Maria is not Eva Maria.
    Part best = first(a.get(0), b);
    Part other = first(b.get(0), a);
    Part part = best.atLeast(other) ? best : other;
    if (a.size() > 1 && b.size() > 1 && !shareRest(a, b)) {
      // Brothers and sisters have one of their names in common: Thi Lan and Thi Duong.
      return part.atLeast(Part.CLOSE) ? Part.LOOSE : Part.DIFFERENT;
    }
    return part == Part.EXACT ? Part.CLOSE : part;
  }

  /** Returns whether each name of the side that has fewer is like one of the other side's. */
  private boolean shareRest(List<EncodedText> a, List<EncodedText> b) {
    List<EncodedText> fewer = a.size() <= b.size() ? a : b;
    List<EncodedText> more = a.size() <= b.size() ? b : a;
    for (int i = 0; i < fewer.size(); i++) {
      if (!best(fewer.get(i), more).atLeast(Part.INITIAL)) {
        return false;
      }
    }
    return true;
  }

  /** The letter of a middle name stands for many names, and the first one is another. */
  private Part first(EncodedText first, List<EncodedText> names) {
    Part best = best(first, names);
    return best == Part.INITIAL && first.length() > 1 && names.get(0).length() > 1
        ? Part.DIFFERENT
        : best;
  }

  private Part best(EncodedText first, List<EncodedText> names) {
    Part best = Part.DIFFERENT;
    for (int i = 0; i < names.size() && best != Part.EXACT; i++) {
      Part part = givenToken(first, names.get(i));
      best = part.atLeast(best) ? part : best;
    }
    return best;
  }

  private Part givenToken(EncodedText a, EncodedText b) {
    if (a.isEqual(b)) {
      return Part.EXACT;
    }
    if (a.length() == 1 || b.length() == 1) {
      return a.commonPrefix(b) > 0 ? Part.INITIAL : Part.DIFFERENT;
    }
    return switch (nicknames.relation(a.text(), b.text())) {
      case RELATED -> Part.NICKNAME;
      case DISTINCT -> Part.DIFFERENT;
      case UNKNOWN -> text(a, b);
    };
  }

  private static Part surname(
      List<EncodedText> a, EncodedText aText, List<EncodedText> b, EncodedText bText) {
    Part part = text(aText, bText);
    boolean several = !part.atLeast(Part.CLOSE) && (a.size() > 1 || b.size() > 1);
    return several && shareWord(a, b) ? Part.CLOSE : part;
  }

  private static boolean shareWord(List<EncodedText> a, List<EncodedText> b) {
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i).length() >= 3 && isAmong(a.get(i), b)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAmong(EncodedText word, List<EncodedText> among) {
    for (int i = 0; i < among.size(); i++) {
      if (among.get(i).isEqual(word)) {
        return true;
      }
    }
    return false;
  }

  private static Part text(EncodedText a, EncodedText b) {
    if (a.length() == 0 || b.length() == 0) {
      return Part.MISSING;
    }
    double similarity = Similarity.of(a, b, LOOSE);
    if (similarity >= CLOSE) {
      return similarity == 1 ? Part.EXACT : Part.CLOSE;
    }
    if (similarity >= FAIR) {
      return Part.FAIR;
    }
    // In a short name the similarity makes too much of two letters in the wrong order.
    if (Similarity.isTransposed(a.text(), b.text())) {
      return Part.CLOSE;
    }
    // Two names of a few letters in common, such as Hanna and Hannelore, are still two names.
    return similarity >= LOOSE && Similarity.isMostly(a.text(), b.text())
        ? Part.LOOSE
        : Part.DIFFERENT;
  }
}

package io.customerhub.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares names jointly: given name and surname are often swapped, shortened or misspelt. */
final class NameComparison {

  /** Marian is a name, and not Maria N. without the blank. */
  private static final int SHORTEST_PART = 3;

  private final NamePartComparison parts;

  NameComparison(Nicknames nicknames) {
    this.parts = new NamePartComparison(nicknames);
  }

  /** Returns whether nicknames of a given name are known. */
  boolean knowsGiven(String given) {
    return parts.knowsGiven(given);
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
    if (isInOneWord(a, b) || isInOneWord(b, a)) {
      return Level.NAME_CLOSE;
    }
    NamePart given = parts.given(a.given(), a.givenText(), b.given(), b.givenText());
    NamePart surname =
        NamePartComparison.surname(a.surname(), a.surnameText(), b.surname(), b.surnameText());
    return crossed(a, b).atLeast(NamePart.CLOSE)
            && !(given.atLeast(NamePart.FAIR) || surname.atLeast(NamePart.FAIR))
        ? Level.NAME_PART_CLOSE
        : partLevel(given, surname);
  }

  /** Returns whether a side has the blank between given name and surname left out. */
  private static boolean isInOneWord(PersonName whole, PersonName word) {
    if (!whole.isWhole() || word.isWhole()) {
      return false;
    }
    boolean spelled = word.characters().isEmpty();
    int shorter = Math.min(whole.givenText().length(), whole.surnameText().length());
    String joined = word.joined();
    return (!spelled || shorter >= SHORTEST_PART)
        && joined.length() == whole.givenText().length() + whole.surnameText().length()
        && (joined.equals(whole.joined())
            || joined.equals(whole.surnameJoined() + whole.givenJoined()));
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
            parts.given(a.given(), a.givenText(), b.given(), b.givenText()),
            NamePartComparison.surname(a.surname(), a.surnameText(), b.surname(), b.surnameText()));
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
        && NamePartComparison.text(whole.givenText(), initial.surnameText()).atLeast(NamePart.CLOSE)
        && parts.given(whole.surname(), whole.surnameText(), initial.given(), initial.givenText())
            == NamePart.INITIAL;
  }

  private boolean isSwapped(PersonName a, PersonName b) {
    NamePart one = either(a.given(), a.givenText(), b.surname(), b.surnameText());
    if (!one.atLeast(NamePart.FAIR)) {
      return false;
    }
    NamePart other = either(a.surname(), a.surnameText(), b.given(), b.givenText());
    return other.atLeast(NamePart.FAIR)
        && (one.atLeast(NamePart.CLOSE) || other.atLeast(NamePart.CLOSE));
  }

  /** Word by word, as surnames or as given names: of several one may be left out on a side. */
  private NamePart either(
      List<EncodedText> a, EncodedText aText, List<EncodedText> b, EncodedText bText) {
    NamePart part = NamePartComparison.surname(a, aText, b, bText);
    if (part.atLeast(NamePart.FAIR) || (a.size() == 1 && b.size() == 1)) {
      return part;
    }
    NamePart given = parts.given(a, aText, b, bText);
    return part.atLeast(given) ? part : given;
  }

  /** The part that one side has against the other part of the other side. */
  private static NamePart crossed(PersonName a, PersonName b) {
    NamePart one = NamePartComparison.text(a.givenText(), b.surnameText());
    NamePart other = NamePartComparison.text(a.surnameText(), b.givenText());
    return one.atLeast(other) ? one : other;
  }

  private static Level joint(NamePart given, NamePart surname) {
    if (given == NamePart.DIFFERENT) {
      return surname.atLeast(NamePart.LOOSE) ? Level.NAME_SURNAME_ONLY : Level.NAME_DIFFERENT;
    }
    if (surname == NamePart.DIFFERENT) {
      return given.atLeast(NamePart.CLOSE) ? Level.NAME_GIVEN_ONLY : Level.NAME_GIVEN_LOOSE;
    }
    if (given.atLeast(NamePart.CLOSE) && surname.atLeast(NamePart.CLOSE)) {
      return bothClose(given, surname);
    }
    return partlyClose(given, surname);
  }

  private static Level bothClose(NamePart given, NamePart surname) {
    if (given == NamePart.NICKNAME) {
      return Level.NAME_NICKNAME;
    }
    return given == NamePart.EXACT && surname == NamePart.EXACT
        ? Level.NAME_EXACT
        : Level.NAME_CLOSE;
  }

  private static Level partlyClose(NamePart given, NamePart surname) {
    if (given == NamePart.INITIAL) {
      return surname.atLeast(NamePart.FAIR) ? Level.NAME_INITIAL : Level.NAME_BOTH_LOOSE;
    }
    if (given.atLeast(NamePart.FAIR) && surname.atLeast(NamePart.FAIR)) {
      return Level.NAME_FAIR;
    }
    if (given.atLeast(NamePart.CLOSE)) {
      return Level.NAME_SURNAME_LOOSE;
    }
    return surname.atLeast(NamePart.CLOSE) ? Level.NAME_GIVEN_FAR : Level.NAME_BOTH_LOOSE;
  }

  private static @Nullable Level partLevel(NamePart given, NamePart surname) {
    if (given == NamePart.MISSING) {
      return surnameLevel(surname);
    }
    if (given.atLeast(NamePart.CLOSE)) {
      return Level.NAME_GIVEN_ALONE;
    }
    return given == NamePart.DIFFERENT ? Level.NAME_PART_DIFFERENT : null;
  }

  private static @Nullable Level surnameLevel(NamePart surname) {
    if (surname == NamePart.EXACT) {
      return Level.NAME_SURNAME_ALONE;
    }
    if (surname.atLeast(NamePart.FAIR)) {
      return Level.NAME_PART_CLOSE;
    }
    return surname == NamePart.DIFFERENT ? Level.NAME_PART_DIFFERENT : null;
  }
}

package io.customerhub.identity;

import java.util.List;
import java.util.Set;

/** Compares a part of a name with a part of another: as given names or as surnames. */
final class NamePartComparison {

  /** First names that all children of a family may have. */
  private static final Set<String> SHARED =
      Set.of(
          """
          maria marie mary mari ana anna anne ann jose juan joao jean luis karl johann johanna
          mohammed muhammad mohammad mohamed muhammed mohamad mohd md ahmed ahmad ali abdul syed
          sayed said noor nur fatima mehmet ayse fatma
          """
              .strip()
              .split("\\s+"));

  private static final int ARTICLE = 2;
  private static final int ARTICLED = 3;
  private static final double CLOSE = 0.92;
  private static final double FAIR = 0.88;
  private static final double LOOSE = 0.70;
  private static final int SHORTEST = 4;

  private final Nicknames nicknames;

  NamePartComparison(Nicknames nicknames) {
    this.nicknames = nicknames;
  }

  /** Returns whether nicknames of a given name are known. */
  boolean knowsGiven(String given) {
    return nicknames.knows(given);
  }

  /** Compares given names, of which one may have several. */
  NamePart given(List<EncodedText> a, EncodedText aText, List<EncodedText> b, EncodedText bText) {
    if (aText.length() == 0 || bText.length() == 0) {
      return NamePart.MISSING;
    }
    if (aText.isEqual(bText)) {
      return NamePart.EXACT;
    }
    if (a.size() == 1 && b.size() == 1) {
      return givenToken(aText, bText);
    }
    // The first of several names has to be among the others: Anna Maria is not Eva Maria.
    NamePart best = first(a.get(0), b);
    NamePart other = first(b.get(0), a);
    NamePart part = best.atLeast(other) ? best : other;
    if (a.size() > 1 && b.size() > 1 && !(shareRest(a, b) && shareRest(b, a))) {
      return oneInCommon(a.get(0), b.get(0), part);
    }
    return part == NamePart.EXACT ? NamePart.CLOSE : part;
  }

  /**
   * Brothers and sisters have one of their names in common: Thi Lan and Thi Duong. Who is called by
   * the first one has it alone in the family, and the second may be a former surname.
   */
  private NamePart oneInCommon(EncodedText first, EncodedText other, NamePart part) {
    if (first.isEqual(other) && nicknames.knows(first.text()) && !SHARED.contains(first.text())) {
      return NamePart.FAIR;
    }
    return part.atLeast(NamePart.CLOSE) ? NamePart.LOOSE : NamePart.DIFFERENT;
  }

  /** Returns whether each name of a side is like one of the other side's, unless it has more. */
  private boolean shareRest(List<EncodedText> fewer, List<EncodedText> more) {
    for (int i = 0; i < fewer.size() && fewer.size() <= more.size(); i++) {
      if (!best(fewer.get(i), more).atLeast(NamePart.INITIAL)) {
        return false;
      }
    }
    return true;
  }

  /** The letter of a middle name stands for many names, and the first one is another. */
  private NamePart first(EncodedText first, List<EncodedText> names) {
    NamePart best = best(first, names);
    return best == NamePart.INITIAL && first.length() > 1 && names.get(0).length() > 1
        ? NamePart.DIFFERENT
        : best;
  }

  private NamePart best(EncodedText first, List<EncodedText> names) {
    NamePart best = NamePart.DIFFERENT;
    for (int i = 0; i < names.size() && best != NamePart.EXACT; i++) {
      NamePart part = givenToken(first, names.get(i));
      best = part.atLeast(best) ? part : best;
    }
    return best;
  }

  private NamePart givenToken(EncodedText a, EncodedText b) {
    if (a.isEqual(b)) {
      return NamePart.EXACT;
    }
    if (a.length() == 1 || b.length() == 1) {
      return a.commonPrefix(b) > 0 ? NamePart.INITIAL : NamePart.DIFFERENT;
    }
    return switch (nicknames.relation(a.text(), b.text())) {
      case RELATED -> NamePart.NICKNAME;
      case DISTINCT -> NamePart.DIFFERENT;
      case UNKNOWN -> unknown(a, b);
    };
  }

  /** A text that is no name and nearly one that is was mistyped. */
  private NamePart unknown(EncodedText a, EncodedText b) {
    NamePart part = text(a, b);
    return !part.atLeast(NamePart.FAIR) && isSlip(a.text(), b.text()) ? NamePart.FAIR : part;
  }

  private boolean isSlip(String a, String b) {
    return Math.max(a.length(), b.length()) >= SHORTEST
        && nicknames.knows(a) != nicknames.knows(b)
        && Similarity.edits(a, b, 1) == 1;
  }

  /** Compares surnames, of which one may have several words. */
  static NamePart surname(
      List<EncodedText> a, EncodedText aText, List<EncodedText> b, EncodedText bText) {
    NamePart part = text(aText, bText);
    if (part.atLeast(NamePart.CLOSE)) {
      return part;
    }
    boolean several = a.size() > 1 || b.size() > 1;
    boolean close =
        several ? shareWord(a, b) : isWithArticle(aText, bText) || isWithArticle(bText, aText);
    return close ? NamePart.CLOSE : part;
  }

  /** Returns whether a name is the other one behind the Arabic article. */
  private static boolean isWithArticle(EncodedText longer, EncodedText name) {
    if (name.length() < ARTICLED || longer.length() != name.length() + ARTICLE) {
      return false;
    }
    String text = longer.text();
    return (text.startsWith("al") || text.startsWith("el")) && text.endsWith(name.text());
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

  /** Compares what is written, without regard to what kind of name it is. */
  static NamePart text(EncodedText a, EncodedText b) {
    if (a.length() == 0 || b.length() == 0) {
      return NamePart.MISSING;
    }
    double similarity = Similarity.of(a, b, LOOSE);
    if (similarity >= CLOSE) {
      return similarity == 1 ? NamePart.EXACT : NamePart.CLOSE;
    }
    if (similarity >= FAIR) {
      return NamePart.FAIR;
    }
    // In a short name the similarity makes too much of two letters in the wrong order.
    if (Similarity.isTransposed(a.text(), b.text())) {
      return NamePart.CLOSE;
    }
    // Two names of a few letters in common, such as Hanna and Hannelore, are still two names.
    return similarity >= LOOSE && Similarity.isMostly(a.text(), b.text())
        ? NamePart.LOOSE
        : NamePart.DIFFERENT;
  }
}

package io.customerhub.segment;

import java.text.Normalizer;
import java.util.Locale;

/** Which differences between two texts do not count. */
public enum Folding {
  /** All count. */
  EXACT(false, false),
  /** Upper and lower case are the same. */
  CASE(true, false),
  /** Letters are the same with and without accents and strokes: {@code Đà} is {@code Da}. */
  ACCENTS(false, true),
  /** Neither case nor accents count. */
  CASE_AND_ACCENTS(true, true);

  /** Letters that Unicode does not take apart, though readers do. */
  private static final String STROKED =
      "\u0110\u0111\u00d8\u00f8\u0141\u0142\u0126\u0127\u0166\u0167\u0131";

  private static final String PLAIN = "DdOoLlHhTti";

  private final boolean ignoringCase;
  private final boolean ignoringAccents;

  Folding(boolean ignoringCase, boolean ignoringAccents) {
    this.ignoringCase = ignoringCase;
    this.ignoringAccents = ignoringAccents;
  }

  /** Returns the folding that ignores what is asked for. */
  public static Folding of(boolean ignoringCase, boolean ignoringAccents) {
    if (ignoringCase) {
      return ignoringAccents ? CASE_AND_ACCENTS : CASE;
    }
    return ignoringAccents ? ACCENTS : EXACT;
  }

  /** Returns whether upper and lower case are the same. */
  public boolean ignoresCase() {
    return ignoringCase;
  }

  /** Returns whether letters are the same with and without accents. */
  public boolean ignoresAccents() {
    return ignoringAccents;
  }

  /** Returns the form in which texts that do not differ are equal. */
  String fold(String text) {
    String composed = Comparison.normalized(text);
    String folded = ignoringCase ? withoutCase(composed) : composed;
    return ignoringAccents ? withoutAccents(folded) : folded;
  }

  /** Character by character after the upper case, so that no letter depends on its neighbours. */
  private static String withoutCase(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.toUpperCase(Locale.ROOT)
        .codePoints()
        .map(Character::toLowerCase)
        .forEach(folded::appendCodePoint);
    return Comparison.normalized(folded.toString());
  }

  private static String withoutAccents(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(Folding::withoutStroke)
        .forEach(folded::appendCodePoint);
    return Comparison.normalized(folded.toString());
  }

  private static int withoutStroke(int c) {
    int stroked = STROKED.indexOf(c);
    return stroked < 0 ? c : PLAIN.charAt(stroked);
  }
}

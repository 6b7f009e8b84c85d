package io.customerhub.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text prepared once for comparing with many others by {@link JaroWinkler}: how it begins, how
 * many there are of each character, and, once needed, where each stands. Immutable and thread-safe.
 * Holds what may be personal data; {@link #toString()} does not show it.
 */
public final class EncodedText {

  private static final int LETTERS = 26;

  /** Characters are counted in classes of two bits: at least one, at least two. */
  private static final int CLASSES = 32;

  private final String text;
  private final int length;
  private final long start;
  private final long counts;

  /** How many characters the counts leave out. */
  private final int uncounted;

  /** Where each character stands, once somebody asks; whoever comes second writes the same. */
  private @Nullable Positions positions;

  private EncodedText(String text) {
    this.text = text;
    this.length = text.length();
    this.start = start(text);
    this.counts = counts(text);
    this.uncounted = length - Long.bitCount(counts);
  }

  /**
   * Encodes a text of any length. Comparing is fast between texts of at most 64 unaccented letters,
   * digits, blanks and hyphens, such as names after folding.
   */
  public static EncodedText of(String text) {
    return new EncodedText(text);
  }

  static List<EncodedText> all(List<String> texts) {
    EncodedText[] all = new EncodedText[texts.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = of(texts.get(i));
    }
    return List.of(all);
  }

  static List<String> texts(List<EncodedText> encoded) {
    return encoded.stream().map(EncodedText::text).toList();
  }

  /** Returns the text. */
  public String text() {
    return text;
  }

  /** Returns the number of UTF-16 units. */
  public int length() {
    return length;
  }

  /** Returns the length; no personal data. */
  @Override
  public String toString() {
    return "EncodedText[" + length + "]";
  }

  boolean isEqual(EncodedText other) {
    return length == other.length && counts == other.counts && text.equals(other.text);
  }

  /** Returns the length of the common prefix, at most four. */
  int commonPrefix(EncodedText other) {
    int equal = Long.numberOfTrailingZeros(start ^ other.start) / Character.SIZE;
    return Math.min(equal, Math.min(length, other.length));
  }

  /** Returns a number that is at least how many characters the two have in common. */
  int mostInCommon(EncodedText other) {
    int counted = Long.bitCount(counts & other.counts) + Math.min(uncounted, other.uncounted);
    return Math.min(counted, Math.min(length, other.length));
  }

  /** Returns the first four UTF-16 units, the first one lowest; less is filled up with zeros. */
  long beginning() {
    return start;
  }

  /** Returns two bits for each class of characters: there is one, there are two or more. */
  long letters() {
    return counts;
  }

  /** Returns where each character stands. */
  Positions positions() {
    Positions known = positions;
    if (known == null) {
      // Most texts are told apart without it.
      known = Positions.of(text);
      positions = known;
    }
    return known;
  }

  /** Two are equal if their texts are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EncodedText encoded && isEqual(encoded);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  private static long start(String text) {
    long start = 0;
    for (int i = Math.min(4, text.length()) - 1; i >= 0; i--) {
      start = start << Character.SIZE | text.charAt(i);
    }
    return start;
  }

  private static long counts(String text) {
    long counts = 0;
    for (int i = 0; i < text.length(); i++) {
      long first = 1L << (2 * category(text.charAt(i)));
      counts |= (counts & first) == 0 ? first : first << 1;
    }
    return counts;
  }

  /** Small letters have their own; the others may share one. */
  private static int category(char c) {
    return c >= 'a' && c <= 'z' ? c - 'a' : LETTERS + c % (CLASSES - LETTERS);
  }
}

package io.customerhub.lookalike;

import io.customerhub.lookalike.Feature.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Makes features of a trait's value. Pure. */
public final class TraitFeatures {

  /** Longest text that can be a feature, in characters. */
  public static final int LONGEST_TEXT = 40;

  /** Most elements of a list that are looked at. */
  public static final int MOST_ELEMENTS = 50;

  /** Numbers of cards, phones and people are longer than those of sizes, years and postcodes. */
  private static final int DIGITS_OF_A_NUMBER = 6;

  private TraitFeatures() {}

  /**
   * Adds what a value says. Left out are maps, blank texts, texts of more than {@value
   * #LONGEST_TEXT} characters, and texts that look like addresses or numbers of somebody: those
   * with an {@code @}, or six digits or more.
   *
   * @param value in canonical form, see {@link io.customerhub.event.Values}
   */
  public static void add(String trait, Object value, Set<Feature> features) {
    if (value instanceof List<?> list) {
      list.stream().limit(MOST_ELEMENTS).forEach(element -> addOne(trait, element, features));
    } else {
      addOne(trait, value, features);
    }
  }

  private static void addOne(String trait, Object value, Set<Feature> features) {
    if (value instanceof Boolean flag) {
      features.add(new Feature(Kind.FLAG, trait, flag.toString()));
    } else if (value instanceof BigDecimal number) {
      features.add(new Feature(Kind.NUMBER, trait, Ranges.of(number)));
    } else if (value instanceof String text && isCoarse(text.strip())) {
      features.add(new Feature(Kind.TEXT, trait, text.strip()));
    }
  }

  private static boolean isCoarse(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_TEXT
        && text.indexOf('@') < 0
        && text.codePoints().filter(Character::isDigit).count() < DIGITS_OF_A_NUMBER;
  }
}

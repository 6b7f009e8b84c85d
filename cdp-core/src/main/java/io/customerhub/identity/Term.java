package io.customerhub.identity;

import java.util.Objects;

/**
 * A value that can be rare or common, such as a surname. Holds personal data; {@link #toString()}
 * does not show it.
 *
 * @param level the level at which records that share the value agree
 * @param part what the value is of, such as {@code surname}; for ids their namespace
 * @param value the folded value
 */
public record Term(Level level, String part, String value) {

  /** Checks that the parts are there. */
  public Term {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(value, "value");
  }

  /**
   * Returns the level of the terms that count where two records agree at a level: of names that
   * agree in a part only, or nearly, the part that is the same is rare or common all the same.
   */
  public static Level levelOf(Level level) {
    boolean shares = level != Level.NAME_DIFFERENT && level != Level.NAME_GENERATION;
    return shares && level.field() == Level.Field.NAME ? Level.NAME_EXACT : level;
  }

  /** Returns the level and part; no personal data. */
  @Override
  public String toString() {
    return "Term[" + level + ", " + part + "]";
  }
}

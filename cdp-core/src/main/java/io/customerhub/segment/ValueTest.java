package io.customerhub.segment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A test of one value. A value that is missing or of another type than what it is compared with
 * passes no test but a negation; nothing is converted to make a comparison possible.
 *
 * <p>Values in a test are text (kept in Unicode form NFC), {@link BigDecimal} without trailing
 * zeros, or {@link Boolean}; numbers compare exactly, text by code points.
 */
public sealed interface ValueTest {

  /** The value is there, whatever it is. */
  ValueTest EXISTS = new Exists();

  /** The value is not there: {@code not exists}. */
  ValueTest MISSING = new Not(EXISTS);

  /** Ways to compare two values. */
  enum Op {
    /** Equal. */
    EQ("=", "eq"),
    /** Less. */
    LT("<", "lt"),
    /** Less or equal. */
    LTE("<=", "lte"),
    /** Greater. */
    GT(">", "gt"),
    /** Greater or equal. */
    GTE(">=", "gte");

    private final String symbol;
    private final String key;

    Op(String symbol, String key) {
      this.symbol = symbol;
      this.key = key;
    }

    /** Returns the sign in text, such as {@code <=}. */
    public String symbol() {
      return symbol;
    }

    /** Returns the key in JSON, such as {@code lte}. */
    public String key() {
      return key;
    }
  }

  /** Where one text is looked for in another. */
  enum Part {
    /** Anywhere. */
    CONTAINS,
    /** At the start. */
    STARTS_WITH,
    /** At the end. */
    ENDS_WITH
  }

  /**
   * Compares with one value.
   *
   * @param op how
   * @param value with what; any Java value that an event may carry, except lists and maps
   * @param ignoringCase whether upper and lower case are the same; text only
   */
  record Compare(Op op, Object value, boolean ignoringCase) implements ValueTest {

    /**
     * Brings the value to its kept form.
     *
     * @throws IllegalArgumentException if the value is of no such type, is a boolean to be compared
     *     other than by {@code =}, or case is to be ignored and it is no text
     */
    public Compare {
      Objects.requireNonNull(op, "op");
      value = Literals.scalar(value);
      if (op != Op.EQ) {
        Literals.ordered(value);
      }
      Literals.textIf(ignoringCase, value);
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * From one value to another, both included.
   *
   * @param low the lower bound, a number or text
   * @param high the upper bound, of the same type, not below the lower one
   */
  record Between(Object low, Object high) implements ValueTest {

    /**
     * Brings the values to their kept form.
     *
     * @throws IllegalArgumentException if the bounds are not two numbers or two texts in order
     */
    public Between {
      low = Literals.ordered(Literals.scalar(low));
      high = Literals.ordered(Literals.scalar(high));
      if (!Literals.typeOf(low).equals(Literals.typeOf(high))) {
        throw new IllegalArgumentException(
            "between a " + Literals.typeOf(low) + " and a " + Literals.typeOf(high));
      }
      if (Comparison.compare(low, high) > 0) {
        throw new IllegalArgumentException("the bounds of between are in the wrong order");
      }
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * Equal to one of several values, which may differ in type.
   *
   * @param values the values, 1 to {@value SegmentLimits#VALUES}
   * @param ignoringCase whether upper and lower case are the same; text only
   */
  record In(Set<Object> values, boolean ignoringCase) implements ValueTest {

    /**
     * Brings the values to their kept form; the order is kept, too.
     *
     * @throws IllegalArgumentException if there are no or too many values, one is of no type that
     *     can be compared, or case is to be ignored and one is no text
     */
    public In {
      values = kept(values, ignoringCase);
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }

    private static Set<Object> kept(Collection<?> given, boolean ignoringCase) {
      if (given.isEmpty() || given.size() > SegmentLimits.VALUES) {
        throw new IllegalArgumentException(
            "in needs 1 to " + SegmentLimits.VALUES + " values, found: " + given.size());
      }
      Set<Object> kept = new LinkedHashSet<>();
      for (Object value : given) {
        kept.add(Literals.textIf(ignoringCase, Literals.scalar(value)));
      }
      return Collections.unmodifiableSet(kept);
    }
  }

  /**
   * Looks for a text in a text.
   *
   * @param part where
   * @param value the text looked for
   * @param ignoringCase whether upper and lower case are the same
   */
  record Text(Part part, String value, boolean ignoringCase) implements ValueTest {

    /**
     * Brings the text to its kept form.
     *
     * @throws IllegalArgumentException if the text is too long or not valid Unicode
     */
    public Text {
      Objects.requireNonNull(part, "part");
      value = (String) Literals.scalar(value);
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /** The value is there, whatever it is. */
  record Exists() implements ValueTest {

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * Passes exactly what another test does not pass, missing values included.
   *
   * @param test the other test, not itself a negation
   */
  record Not(ValueTest test) implements ValueTest {

    /**
     * Checks the test.
     *
     * @throws IllegalArgumentException if it is itself a negation
     */
    public Not {
      Objects.requireNonNull(test, "test");
      if (test instanceof Not) {
        throw new IllegalArgumentException("a negation of a negation");
      }
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }
}

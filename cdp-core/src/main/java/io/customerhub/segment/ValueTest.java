package io.customerhub.segment;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;

/**
 * A test of one value. A value that is missing or of another type than what it is compared with
 * passes no test but a negation; nothing is converted to make a comparison possible.
 *
 * <p>Values in a test are text (kept in Unicode form NFC), {@link BigDecimal} without trailing
 * zeros, or {@link Boolean}; numbers compare exactly, text by code points.
 */
public sealed interface ValueTest
    permits ValueTest.Compare,
        ValueTest.Between,
        ValueTest.In,
        ValueTest.Text,
        ValueTest.Exists,
        ValueTest.Empty,
        ValueTest.Not,
        Matches,
        CompareTrait,
        ListTest,
        DateTest,
        GeoTest {

  /** The value is there, whatever it is. */
  ValueTest EXISTS = new Exists();

  /** The value is not there: {@code not exists}. */
  ValueTest MISSING = new Not(EXISTS);

  /** The value is there, and is a text, list or map of nothing. */
  ValueTest EMPTY = new Empty();

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
    ENDS_WITH,
    /**
     * The whole text, where {@code *} stands for any characters, {@code ?} for any one, and a
     * backslash takes the meaning from the character after it.
     */
    LIKE
  }

  /**
   * Compares with one value.
   *
   * @param op how
   * @param value with what; any Java value that an event may carry, except lists and maps
   * @param folding which differences do not count; other than {@link Folding#EXACT} for text only
   */
  record Compare(Op op, Object value, Folding folding) implements ValueTest {

    /**
     * Brings the value to its kept form.
     *
     * @throws IllegalArgumentException if the value is of no such type, is a boolean to be compared
     *     other than by {@code =}, or something is to be ignored and it is no text
     */
    public Compare {
      Objects.requireNonNull(op, "op");
      value = Literals.scalar(value);
      if (op != Op.EQ) {
        Literals.ordered(value);
      }
      Literals.foldable(folding, value);
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
   * @param folding which differences do not count; other than {@link Folding#EXACT} for text only
   */
  record In(Set<Object> values, Folding folding) implements ValueTest {

    /**
     * Brings the values to their kept form; the order is kept, too.
     *
     * @throws IllegalArgumentException if there are no or too many values, one is of no type that
     *     can be compared, or something is to be ignored and one is no text
     */
    public In {
      values = Literals.scalars("in", values, folding);
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * Looks for a text in a text.
   *
   * @param part where
   * @param value the text looked for
   * @param folding which differences do not count
   */
  record Text(Part part, String value, Folding folding) implements ValueTest {

    /**
     * Brings the text to its kept form.
     *
     * @throws IllegalArgumentException if the text is not valid Unicode or too long; after {@code
     *     like} more than {@value SegmentLimits#PATTERN_LENGTH} characters are
     */
    public Text {
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(folding, "folding");
      value = (String) Literals.scalar(value);
      if (part == Part.LIKE) {
        Literals.pattern("like", value);
      }
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

  /** The value is there, and is a text, list or map of nothing. */
  record Empty() implements ValueTest {

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
      TestTree.check(test);
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }
}

package io.customerhub.segment;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A test of a list, or of a map. A single value is not taken for a list of one: nothing is
 * converted.
 */
public sealed interface ListTest extends ValueTest {

  /** How many of several. */
  enum Quantifier {
    /** At least one; none of nothing. */
    ANY,
    /** Each one; so all of nothing. */
    ALL
  }

  /**
   * A list with any, or all, of some values in it.
   *
   * @param quantifier how many of the values have to be there
   * @param values the values, 1 to {@value SegmentLimits#VALUES}
   * @param folding which differences do not count; other than {@link Folding#EXACT} for text only
   */
  record Has(Quantifier quantifier, Set<Object> values, Folding folding) implements ListTest {

    /**
     * Brings the values to their kept form; the order is kept, too.
     *
     * @throws IllegalArgumentException if there are no or too many values, one is of no type that
     *     can be compared, or something is to be ignored and one is no text
     */
    public Has {
      Objects.requireNonNull(quantifier, "quantifier");
      values = Literals.scalars("has", values, folding);
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * A list whose number of elements compares as asked.
   *
   * @param test a comparison with numbers, or the negation of one
   */
  record Size(ValueTest test) implements ListTest {

    /**
     * Checks the test.
     *
     * @throws IllegalArgumentException if it is no comparison with numbers
     */
    public Size {
      Literals.numberTest(test);
      TestTree.check(test);
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * A list of which any, or all, elements pass a test. All of an empty list do.
   *
   * @param quantifier how many of the elements have to pass
   * @param test the test of one element
   */
  record Elements(Quantifier quantifier, ValueTest test) implements ListTest {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if tests are nested deeper than {@value
     *     SegmentLimits#TEST_DEPTH} levels
     */
    public Elements {
      Objects.requireNonNull(quantifier, "quantifier");
      TestTree.check(test);
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * A map whose entries pass all of some tests.
   *
   * @param tests the tests, at least 1
   */
  record Fields(List<PropertyTest> tests) implements ListTest {

    /**
     * Copies the tests.
     *
     * @throws IllegalArgumentException if there are none, or too many, or they are nested deeper
     *     than {@value SegmentLimits#TEST_DEPTH} levels
     */
    public Fields {
      tests = List.copyOf(tests);
      if (tests.isEmpty()) {
        throw new IllegalArgumentException("expected at least one test of a field");
      }
      TreeSize.checkNodes(tests.size());
      tests.forEach(one -> TestTree.check(one.test()));
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }
}

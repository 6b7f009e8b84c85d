package io.customerhub.segment;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.function.Function;

/**
 * A trait or property that a test is about to be chosen for. Immutable. Every method throws {@link
 * IllegalArgumentException} where the value does not fit the test, see {@link ValueTest}.
 *
 * @param <R> what the test becomes part of
 */
public final class Subject<R> {

  private final Function<ValueTest, R> result;
  private final boolean ignoringCase;

  Subject(Function<ValueTest, R> result, boolean ignoringCase) {
    this.result = result;
    this.ignoringCase = ignoringCase;
  }

  /** Makes the following test of text take upper and lower case as the same. */
  public Subject<R> ignoringCase() {
    return new Subject<>(result, true);
  }

  /** Equal. */
  public R eq(Object value) {
    return compare(ValueTest.Op.EQ, value);
  }

  /** Not equal, or missing. */
  public R ne(Object value) {
    return not(new ValueTest.Compare(ValueTest.Op.EQ, value, ignoringCase));
  }

  /** Less. */
  public R lt(Object value) {
    return compare(ValueTest.Op.LT, value);
  }

  /** Less or equal. */
  public R lte(Object value) {
    return compare(ValueTest.Op.LTE, value);
  }

  /** Greater. */
  public R gt(Object value) {
    return compare(ValueTest.Op.GT, value);
  }

  /** Greater or equal. */
  public R gte(Object value) {
    return compare(ValueTest.Op.GTE, value);
  }

  /** From one value to another, both included; never ignores case. */
  public R between(Object low, Object high) {
    return result.apply(new ValueTest.Between(low, high));
  }

  /** Equal to one of the values. */
  public R in(Object... values) {
    return result.apply(oneOf(values));
  }

  /** Equal to none of the values, or missing. */
  public R notIn(Object... values) {
    return not(oneOf(values));
  }

  /** There, whatever the value. */
  public R exists() {
    return result.apply(ValueTest.EXISTS);
  }

  /** Not there. */
  public R missing() {
    return result.apply(ValueTest.MISSING);
  }

  /** A text with this part. */
  public R contains(String part) {
    return result.apply(text(ValueTest.Part.CONTAINS, part));
  }

  /** Not a text with this part, or missing. */
  public R doesNotContain(String part) {
    return not(text(ValueTest.Part.CONTAINS, part));
  }

  /** A text with this start. */
  public R startsWith(String start) {
    return result.apply(text(ValueTest.Part.STARTS_WITH, start));
  }

  /** A text with this end. */
  public R endsWith(String end) {
    return result.apply(text(ValueTest.Part.ENDS_WITH, end));
  }

  private R compare(ValueTest.Op op, Object value) {
    return result.apply(new ValueTest.Compare(op, value, ignoringCase));
  }

  private ValueTest oneOf(Object... values) {
    return new ValueTest.In(new LinkedHashSet<>(Arrays.asList(values)), ignoringCase);
  }

  private ValueTest text(ValueTest.Part part, String value) {
    return new ValueTest.Text(part, value, ignoringCase);
  }

  private R not(ValueTest test) {
    return result.apply(new ValueTest.Not(test));
  }
}

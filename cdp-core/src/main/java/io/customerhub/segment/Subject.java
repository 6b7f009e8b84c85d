package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A trait or property that a test is about to be chosen for. Immutable. Every method throws {@link
 * IllegalArgumentException} where the value does not fit the test, see {@link ValueTest}.
 *
 * @param <R> what the test becomes part of
 */
public final class Subject<R> {

  private final Function<ValueTest, R> result;
  private final Folding folding;

  Subject(Function<ValueTest, R> result, Folding folding) {
    this.result = result;
    this.folding = folding;
  }

  /** Makes the following test of text take upper and lower case as the same. */
  public Subject<R> ignoringCase() {
    return new Subject<>(result, Folding.of(true, folding.ignoresAccents()));
  }

  /** Makes the following test of text take letters with and without accents as the same. */
  public Subject<R> ignoringAccents() {
    return new Subject<>(result, Folding.of(folding.ignoresCase(), true));
  }

  /** Equal. */
  public R eq(Object value) {
    return compare(ValueTest.Op.EQ, value);
  }

  /** Not equal, or missing. */
  public R ne(Object value) {
    return not(new ValueTest.Compare(ValueTest.Op.EQ, value, folding));
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

  /** From one value to another, both included; never folded. */
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

  /** A text that a pattern with {@code *} and {@code ?} describes as a whole. */
  public R like(String pattern) {
    return result.apply(text(ValueTest.Part.LIKE, pattern));
  }

  /** A text that a regular expression of RE2 describes as a whole; never ignores accents. */
  public R matches(String regex) {
    return result.apply(new Matches(regex, folding.ignoresCase()));
  }

  /** There, and a text, list or map of nothing. */
  public R isEmpty() {
    return result.apply(ValueTest.EMPTY);
  }

  /** Compares with the shown value of a trait of the same person. */
  public R comparesToTrait(ValueTest.Op op, String trait) {
    return result.apply(new CompareTrait(op, trait, folding));
  }

  /** Equal to the shown value of a trait of the same person. */
  public R eqTrait(String trait) {
    return comparesToTrait(ValueTest.Op.EQ, trait);
  }

  /** A list with at least one of the values. */
  public R hasAny(Object... values) {
    return result.apply(has(ListTest.Quantifier.ANY, values));
  }

  /** A list with all of the values. */
  public R hasAll(Object... values) {
    return result.apply(has(ListTest.Quantifier.ALL, values));
  }

  /** Not a list with one of the values, or missing. */
  public R hasNone(Object... values) {
    return not(has(ListTest.Quantifier.ANY, values));
  }

  /** Starts a comparison of the number of elements of a list. */
  public Subject<R> size() {
    return new Subject<>(test -> result.apply(new ListTest.Size(test)), Folding.EXACT);
  }

  /** Starts a test of which at least one element of a list has to pass. */
  public Subject<R> anyElement() {
    return elements(ListTest.Quantifier.ANY);
  }

  /** Starts a test of which every element of a list has to pass; those of an empty one do. */
  public Subject<R> everyElement() {
    return elements(ListTest.Quantifier.ALL);
  }

  /** A list with at least one map that passes all tests. */
  public R anyMatch(PropertyTest... tests) {
    return anyElement().with(tests);
  }

  /** A list of nothing but maps that pass all tests. */
  public R allMatch(PropertyTest... tests) {
    return everyElement().with(tests);
  }

  /** A map that passes all tests. */
  public R with(PropertyTest... tests) {
    return result.apply(new ListTest.Fields(List.of(tests)));
  }

  /** Passes any test, such as one of {@link DateTest}. */
  public R is(ValueTest test) {
    return result.apply(test);
  }

  /** A date before the start of a day. */
  public R before(LocalDate day) {
    return is(new DateTest.Relative(DateTest.Side.BEFORE, day));
  }

  /** A date before an instant. */
  public R before(Instant instant) {
    return is(new DateTest.Relative(DateTest.Side.BEFORE, instant));
  }

  /** A date after the end of a day. */
  public R after(LocalDate day) {
    return is(new DateTest.Relative(DateTest.Side.AFTER, day));
  }

  /** A date after an instant. */
  public R after(Instant instant) {
    return is(new DateTest.Relative(DateTest.Side.AFTER, instant));
  }

  /** A date on a day. */
  public R onDay(LocalDate day) {
    return is(new DateTest.OnDay(day));
  }

  /** A date before now. */
  public R inPast() {
    return is(new DateTest.Now(DateTest.Place.PAST));
  }

  /** A date that is now or later. */
  public R inFuture() {
    return is(new DateTest.Now(DateTest.Place.FUTURE));
  }

  /** A date in the span up to now. */
  public R inLast(Span span) {
    return is(new DateTest.Within(DateTest.Reach.IN_LAST, span));
  }

  /** A date in the span from now on. */
  public R inNext(Span span) {
    return is(new DateTest.Within(DateTest.Reach.IN_NEXT, span));
  }

  /** A date before the span up to now. */
  public R olderThan(Span span) {
    return is(new DateTest.Within(DateTest.Reach.OLDER_THAN, span));
  }

  /** A date whose next anniversary is today or in the span from today on. */
  public R anniversaryInNext(Span span) {
    return is(new DateTest.Anniversary(span));
  }

  /** A date on one of these days of the week. */
  public R onWeekday(DayOfWeek... days) {
    return is(new DateTest.Weekday(Set.of(days)));
  }

  /** A date at a time of day from the first to just before the second. */
  public R atTimeOfDay(LocalTime from, LocalTime to) {
    return is(new DateTest.PartOfDay(from, to));
  }

  /** A place at most so many kilometres from a point. */
  public R near(GeoTest.Point center, double km) {
    return is(new GeoTest.Near(center, BigDecimal.valueOf(km)));
  }

  /** A place inside of a polygon. */
  public R inRegion(GeoTest.Point... corners) {
    return is(new GeoTest.Region(List.of(corners)));
  }

  private Subject<R> elements(ListTest.Quantifier quantifier) {
    return new Subject<>(
        test -> result.apply(new ListTest.Elements(quantifier, test)), Folding.EXACT);
  }

  private ValueTest has(ListTest.Quantifier quantifier, Object... values) {
    return new ListTest.Has(quantifier, new LinkedHashSet<>(Arrays.asList(values)), folding);
  }

  private R compare(ValueTest.Op op, Object value) {
    return result.apply(new ValueTest.Compare(op, value, folding));
  }

  private ValueTest oneOf(Object... values) {
    return new ValueTest.In(new LinkedHashSet<>(Arrays.asList(values)), folding);
  }

  private ValueTest text(ValueTest.Part part, String value) {
    return new ValueTest.Text(part, value, folding);
  }

  private R not(ValueTest test) {
    return result.apply(new ValueTest.Not(test));
  }
}

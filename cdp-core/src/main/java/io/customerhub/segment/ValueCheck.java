package io.customerhub.segment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A test of one value, prepared: it says the same as {@link Judge}. Immutable. */
interface ValueCheck {

  boolean passes(@Nullable Object value, Look look);

  static ValueCheck of(ValueTest test) {
    if (test instanceof ValueTest.Not not) {
      ValueCheck positive = of(not.test());
      return (value, look) -> !positive.passes(value, look);
    }
    if (test instanceof ValueTest.Exists) {
      return (value, look) -> value != null;
    }
    if (test instanceof ValueTest.Compare compare && compare.folding() == Folding.EXACT) {
      return of(compare);
    }
    if (test instanceof ValueTest.Between between
        && between.low() instanceof BigDecimal low
        && between.high() instanceof BigDecimal high) {
      return (value, look) ->
          value instanceof BigDecimal number
              && number.compareTo(low) >= 0
              && number.compareTo(high) <= 0;
    }
    return needsOnlyTheValue(test)
        ? (value, look) -> value != null && Comparison.holds(test, value)
        : (value, look) -> look.evaluator().judge().passes(test, value, look.now());
  }

  private static boolean needsOnlyTheValue(ValueTest test) {
    return test instanceof ValueTest.Between
        || test instanceof ValueTest.In
        || test instanceof ValueTest.Text
        || test instanceof ValueTest.Compare
        || test instanceof ValueTest.Empty
        || test instanceof Matches;
  }

  private static ValueCheck of(ValueTest.Compare compare) {
    ValueTest.Op op = compare.op();
    if (compare.value() instanceof BigDecimal literal) {
      return (value, look) ->
          value instanceof BigDecimal number && Comparison.satisfies(op, number.compareTo(literal));
    }
    if (compare.value() instanceof String literal && op == ValueTest.Op.EQ) {
      // What is equal to a text in NFC is in NFC.
      return (value, look) ->
          value instanceof String text
              && (text.equals(literal) || Comparison.normalized(text).equals(literal));
    }
    return (value, look) -> value != null && Comparison.holds(compare, value);
  }
}

package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tests values with what else is known of the person, and knows when the outcome may change. */
final class Judge {

  private final Traits traits;
  private final ZoneId zone;
  private final DateJudge dates;

  Judge(Facts facts, ZoneId zone, Instant now) {
    this.traits = new Traits(new FactReader(facts, zone, this), now);
    this.zone = zone;
    this.dates = new DateJudge(zone);
  }

  Traits traits() {
    return traits;
  }

  /** Returns whether a value may pass a test now and fail it later, or the other way round. */
  boolean isTimed(ValueTest test) {
    return TestTree.isTimed(test)
        || TestTree.all(test)
            .anyMatch(one -> one instanceof CompareTrait other && traits.isComputed(other.trait()));
  }

  boolean isTimed(List<PropertyTest> tests) {
    return tests.stream().anyMatch(one -> isTimed(one.test()));
  }

  boolean passes(ValueTest test, @Nullable Object value, Instant now) {
    if (test instanceof ValueTest.Not not) {
      return !passes(not.test(), value, now);
    }
    return value != null && holds(test, value, now);
  }

  boolean passes(List<PropertyTest> tests, Map<?, ?> fields, Instant now) {
    for (PropertyTest one : tests) {
      if (!passes(one.test(), fields.get(one.property()), now)) {
        return false;
      }
    }
    return true;
  }

  /** Returns an instant after now before which the outcome stays; null if it does for ever. */
  @Nullable Instant changes(ValueTest test, @Nullable Object value, Instant now) {
    if (value == null) {
      return null;
    }
    if (test instanceof ValueTest.Not not) {
      return changes(not.test(), value, now);
    }
    if (test instanceof DateTest date) {
      return dates.changes(date, value, now);
    }
    if (test instanceof CompareTrait compare) {
      return traits.changes(compare.trait(), now);
    }
    if (test instanceof ListTest.Elements elements && value instanceof List<?> list) {
      return list.stream()
          .map(one -> changes(elements.test(), one, now))
          .reduce(null, Course::earlier);
    }
    return test instanceof ListTest.Fields fields && value instanceof Map<?, ?> map
        ? changes(fields.tests(), map, now)
        : null;
  }

  @Nullable Instant changes(List<PropertyTest> tests, Map<?, ?> fields, Instant now) {
    Instant first = null;
    for (PropertyTest one : tests) {
      first = Course.earlier(first, changes(one.test(), fields.get(one.property()), now));
    }
    return first;
  }

  /** Says why a value passes or not, without showing it. */
  String explain(ValueTest test, @Nullable Object value) {
    if (value == null) {
      return "no value";
    }
    boolean isDate =
        DateValue.of(value, zone) != null && Comparison.typeNeeded(test).equals("date");
    return Comparison.explain(test, isDate ? "date" : Literals.typeOf(value));
  }

  private boolean holds(ValueTest test, Object value, Instant now) {
    if (test instanceof DateTest date) {
      return dates.passes(date, value, now);
    }
    if (test instanceof ListTest list) {
      return holds(list, value, now);
    }
    if (test instanceof CompareTrait compare) {
      Object other = traits.value(compare.trait(), now);
      return other != null && Comparison.compares(compare.op(), value, other, compare.folding());
    }
    return test instanceof GeoTest geo
        ? Geography.passes(geo, value)
        : Comparison.holds(test, value);
  }

  private boolean holds(ListTest test, Object value, Instant now) {
    if (test instanceof ListTest.Fields fields) {
      return value instanceof Map<?, ?> map && passes(fields.tests(), map, now);
    }
    if (!(value instanceof List<?> list)) {
      return false;
    }
    if (test instanceof ListTest.Has has) {
      return Comparison.has(has, list);
    }
    if (test instanceof ListTest.Size size) {
      return passes(size.test(), BigDecimal.valueOf(list.size()), now);
    }
    ListTest.Elements elements = (ListTest.Elements) test;
    return elements.quantifier() == ListTest.Quantifier.ANY
        ? list.stream().anyMatch(one -> passes(elements.test(), one, now))
        : list.stream().allMatch(one -> passes(elements.test(), one, now));
  }
}

package io.customerhub.segment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Reads tests of values from trees of JSON. */
final class JsonTests {

  private JsonTests() {}

  static List<PropertyTest> where(JsonObject in) {
    return in.has("where") ? properties(in, "where") : List.of();
  }

  /** Reads the test whose keys an object has beside others. */
  static ValueTest test(JsonObject in) {
    if (in.has("not")) {
      JsonObject inner = in.object("not");
      ValueTest test = test(inner);
      return inner.make(() -> new ValueTest.Not(test));
    }
    if (in.has("exists")) {
      return in.bool("exists") ? ValueTest.EXISTS : ValueTest.MISSING;
    }
    if (in.has("between")) {
      List<Object> ends = in.list("between", JsonTests::value);
      pair(in, "between", ends);
      return made(in, () -> new ValueTest.Between(ends.get(0), ends.get(1)));
    }
    if (in.has("in")) {
      Set<Object> values = values(in, "in");
      Folding folding = folding(in);
      return made(in, () -> new ValueTest.In(values, folding));
    }
    if (in.has("matches")) {
      String regex = in.text("matches");
      boolean ignoringCase = in.flag("ignoringCase");
      return made(in, () -> new Matches(regex, ignoringCase));
    }
    return list(in);
  }

  private static ValueTest list(JsonObject in) {
    for (ListTest.Quantifier quantifier : ListTest.Quantifier.values()) {
      if (in.has(JsonTestWriter.has(quantifier))) {
        Set<Object> values = values(in, JsonTestWriter.has(quantifier));
        Folding folding = folding(in);
        return made(in, () -> new ListTest.Has(quantifier, values, folding));
      }
      if (in.has(JsonTestWriter.match(quantifier))) {
        ValueTest test = inner(in, JsonTestWriter.match(quantifier));
        return made(in, () -> new ListTest.Elements(quantifier, test));
      }
    }
    if (in.has("size")) {
      ValueTest test = inner(in, "size");
      return made(in, () -> new ListTest.Size(test));
    }
    if (in.has("fields")) {
      List<PropertyTest> tests = properties(in, "fields");
      return made(in, () -> new ListTest.Fields(tests));
    }
    ValueTest date = JsonDates.test(in);
    return date == null ? textOrCompare(in) : date;
  }

  private static ValueTest textOrCompare(JsonObject in) {
    if (in.has("empty")) {
      in.mustBeTrue("empty");
      return ValueTest.EMPTY;
    }
    for (ValueTest.Part part : ValueTest.Part.values()) {
      if (in.has(JsonTestWriter.key(part))) {
        String value = in.text(JsonTestWriter.key(part));
        Folding folding = folding(in);
        return made(in, () -> new ValueTest.Text(part, value, folding));
      }
    }
    for (ValueTest.Op op : ValueTest.Op.values()) {
      if (in.has(op.key())) {
        return compare(in, op);
      }
    }
    throw in.error(
        "expected one of the tests eq, lt, lte, gt, gte, between, in, contains, startsWith,"
            + " endsWith, like, matches, exists, empty, not, or one of lists, dates and places");
  }

  private static ValueTest compare(JsonObject in, ValueTest.Op op) {
    if (in.isObject(op.key())) {
      JsonObject other = in.object(op.key());
      String trait = other.text("trait");
      Folding folding = folding(in);
      return other.make(() -> new CompareTrait(op, trait, folding));
    }
    Object value = value(new JsonObject.Element(in.at(op.key()), in.take(op.key())));
    Folding folding = folding(in);
    return made(in, () -> new ValueTest.Compare(op, value, folding));
  }

  private static ValueTest inner(JsonObject in, String key) {
    JsonObject inner = in.object(key);
    ValueTest test = test(inner);
    return inner.make(() -> test);
  }

  private static List<PropertyTest> properties(JsonObject in, String key) {
    return in.list(key, JsonTests::property);
  }

  private static PropertyTest property(JsonObject.Element element) {
    JsonObject in = new JsonObject(element.path(), element.node());
    String name = in.text("property");
    ValueTest test = test(in);
    return in.make(() -> new PropertyTest(name, test));
  }

  private static Set<Object> values(JsonObject in, String key) {
    return new LinkedHashSet<>(in.list(key, JsonTests::value));
  }

  private static Folding folding(JsonObject in) {
    return Folding.of(in.flag("ignoringCase"), in.flag("ignoringAccents"));
  }

  /** A test shares its object with a name, so keys left over are not its business. */
  static ValueTest made(JsonObject in, Supplier<ValueTest> test) {
    try {
      return test.get();
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  static void pair(JsonObject in, String key, List<?> ends) {
    if (ends.size() != 2) {
      throw JsonObject.error(in.at(key), "expected two values");
    }
  }

  private static Object value(JsonObject.Element in) {
    JsonNode node = in.node();
    try {
      if (node.isTextual()) {
        return Literals.scalar(node.textValue());
      }
      if (node.isNumber()) {
        return Literals.scalar(node.decimalValue());
      }
    } catch (IllegalArgumentException e) {
      throw new SegmentJsonException(in.path(), String.valueOf(e.getMessage()), e);
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    throw JsonObject.error(in.path(), "expected text, a number, true or false");
  }

  /** Returns the constant of an enum with this name, in lower case. */
  static <E extends Enum<E>> E constant(JsonObject.Element in, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (in.node().isTextual() && in.node().textValue().equals(JsonTestWriter.lower(constant))) {
        return constant;
      }
    }
    String known = java.util.Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    throw JsonObject.error(in.path(), "expected one of " + known);
  }
}

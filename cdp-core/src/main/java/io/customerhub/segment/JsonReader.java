package io.customerhub.segment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads conditions from trees of JSON. */
final class JsonReader {

  private JsonReader() {}

  static Condition condition(JsonNode root) {
    return condition(new JsonObject("$", root));
  }

  private static Condition condition(JsonObject in) {
    if (in.has("all")) {
      List<Condition> parts = parts(in, "all");
      return in.make(() -> new Condition.All(parts));
    }
    if (in.has("any")) {
      List<Condition> parts = parts(in, "any");
      return in.make(() -> new Condition.Any(parts));
    }
    if (in.has("atLeast")) {
      int needed = in.integer("atLeast");
      List<Condition> parts = parts(in, "of");
      return in.make(() -> new Condition.AtLeast(needed, parts));
    }
    if (in.has("trait")) {
      String name = in.text("trait");
      ValueTest test = test(in);
      return in.make(() -> new TraitCondition(name, test));
    }
    if (in.has("event")) {
      return event(in);
    }
    return other(in);
  }

  private static Condition other(JsonObject in) {
    if (in.has("segment")) {
      String name = in.text("segment");
      return in.make(() -> new SegmentCondition(name));
    }
    if (in.has("not")) {
      Condition part = condition(in.object("not"));
      return in.make(() -> new Condition.Not(part));
    }
    throw in.error("expected one of the keys all, any, not, atLeast, trait, event, segment");
  }

  private static List<Condition> parts(JsonObject in, String key) {
    return in.list(key, one -> condition(new JsonObject(one.path(), one.node())));
  }

  private static Condition event(JsonObject in) {
    String name = in.text("event");
    List<PropertyTest> where =
        in.has("where") ? in.list("where", JsonReader::propertyTest) : List.of();
    Window window = in.has("window") ? window(in.object("window")) : Window.ALL_TIME;
    for (Aggregate function : Aggregate.values()) {
      if (in.has(function.key())) {
        String property = in.text(function.key());
        ValueTest test = test(in);
        return in.make(() -> new AggregateCondition(function, property, name, where, test, window));
      }
    }
    Count count = in.has("count") ? count(in.object("count")) : Count.AT_LEAST_ONCE;
    return in.make(() -> new EventCondition(name, where, count, window));
  }

  private static PropertyTest propertyTest(JsonObject.Element element) {
    JsonObject in = new JsonObject(element.path(), element.node());
    String name = in.text("property");
    ValueTest test = test(in);
    return in.make(() -> new PropertyTest(name, test));
  }

  private static Count count(JsonObject in) {
    if (in.has("between")) {
      List<Integer> ends = in.list("between", one -> JsonObject.integer(one.path(), one.node()));
      checkPair(in, ends);
      return in.make(() -> new Count(ends.get(0), ends.get(1)));
    }
    if (in.has("eq")) {
      int times = in.integer("eq");
      return in.make(() -> Count.exactly(times));
    }
    if (in.has("lte")) {
      int times = in.integer("lte");
      return in.make(() -> Count.atMost(times));
    }
    int times = in.integer("gte");
    return in.make(() -> Count.atLeast(times));
  }

  private static Window window(JsonObject in) {
    if (in.has("last")) {
      String span = in.text("last");
      return in.make(() -> new Window.Last(JsonSpan.read(span)));
    }
    Instant from = instant(in, "from");
    Instant to = instant(in, "to");
    return in.make(() -> new Window.Between(from, to));
  }

  private static Instant instant(JsonObject in, String key) {
    try {
      return Instant.parse(in.text(key));
    } catch (DateTimeException e) {
      throw new SegmentJsonException(in.at(key), "expected an instant of ISO 8601 in UTC", e);
    }
  }

  private static ValueTest test(JsonObject in) {
    if (in.has("not")) {
      JsonObject inner = in.object("not");
      ValueTest test = test(inner);
      return inner.make(() -> new ValueTest.Not(test));
    }
    if (in.has("exists")) {
      return in.bool("exists") ? ValueTest.EXISTS : ValueTest.MISSING;
    }
    if (in.has("between")) {
      List<Object> ends = in.list("between", JsonReader::value);
      checkPair(in, ends);
      return made(in, () -> new ValueTest.Between(ends.get(0), ends.get(1)));
    }
    if (in.has("in")) {
      Set<Object> values = new LinkedHashSet<>(in.list("in", JsonReader::value));
      boolean ignoring = in.flag("ignoringCase");
      return made(in, () -> new ValueTest.In(values, ignoring));
    }
    return textOrCompare(in);
  }

  private static ValueTest textOrCompare(JsonObject in) {
    for (ValueTest.Part part : ValueTest.Part.values()) {
      if (in.has(JsonWriter.key(part))) {
        String value = in.text(JsonWriter.key(part));
        boolean ignoring = in.flag("ignoringCase");
        return made(in, () -> new ValueTest.Text(part, value, ignoring));
      }
    }
    for (ValueTest.Op op : ValueTest.Op.values()) {
      if (in.has(op.key())) {
        Object value = value(new JsonObject.Element(in.at(op.key()), in.take(op.key())));
        boolean ignoring = in.flag("ignoringCase");
        return made(in, () -> new ValueTest.Compare(op, value, ignoring));
      }
    }
    throw in.error(
        "expected one of the tests eq, lt, lte, gt, gte, between, in, contains, startsWith,"
            + " endsWith, exists, not");
  }

  /** A test shares its object with a name, so keys left over are not its business. */
  private static ValueTest made(JsonObject in, java.util.function.Supplier<ValueTest> test) {
    try {
      return test.get();
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  private static void checkPair(JsonObject in, List<?> ends) {
    if (ends.size() != 2) {
      throw JsonObject.error(in.at("between"), "expected two values");
    }
  }

  private static Object value(JsonObject.Element in) {
    try {
      if (in.node().isTextual()) {
        return Literals.scalar(in.node().textValue());
      }
      if (in.node().isNumber()) {
        return Literals.scalar(in.node().decimalValue());
      }
    } catch (IllegalArgumentException e) {
      throw new SegmentJsonException(in.path(), String.valueOf(e.getMessage()), e);
    }
    if (in.node().isBoolean()) {
      return in.node().booleanValue();
    }
    throw JsonObject.error(in.path(), "expected text, a number, true or false");
  }
}

package io.customerhub.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** Writes conditions as trees of JSON. */
final class JsonWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonWriter() {}

  static JsonNode write(Condition condition) {
    ObjectNode out = JSON.objectNode();
    if (condition instanceof Condition.All all) {
      out.set("all", list(all.parts()));
    } else if (condition instanceof Condition.Any any) {
      out.set("any", list(any.parts()));
    } else if (condition instanceof Condition.Not not) {
      out.set("not", write(not.part()));
    } else if (condition instanceof Condition.AtLeast atLeast) {
      out.put("atLeast", atLeast.needed()).set("of", list(atLeast.parts()));
    } else if (condition instanceof SegmentCondition segment) {
      out.put("segment", segment.segment());
    } else if (condition instanceof TraitCondition trait) {
      test(out.put("trait", trait.trait()), trait.test());
    } else if (condition instanceof EventCondition event) {
      event(out, event);
    } else if (condition instanceof AggregateCondition aggregate) {
      aggregate(out, aggregate);
    } else {
      throw new AssertionError(condition);
    }
    return out;
  }

  private static void event(ObjectNode out, EventCondition event) {
    out.put("event", event.event());
    where(out, event.where());
    if (!event.count().equals(Count.AT_LEAST_ONCE)) {
      out.set("count", count(event.count()));
    }
    window(out, event.window());
  }

  private static void aggregate(ObjectNode out, AggregateCondition aggregate) {
    out.put("event", aggregate.event());
    where(out, aggregate.where());
    out.put(aggregate.function().key(), aggregate.property());
    test(out, aggregate.test());
    window(out, aggregate.window());
  }

  private static ArrayNode list(List<Condition> parts) {
    ArrayNode out = JSON.arrayNode();
    parts.forEach(part -> out.add(write(part)));
    return out;
  }

  private static void where(ObjectNode out, List<PropertyTest> tests) {
    if (!tests.isEmpty()) {
      ArrayNode where = out.putArray("where");
      tests.forEach(one -> test(where.addObject().put("property", one.property()), one.test()));
    }
  }

  private static ObjectNode count(Count count) {
    ObjectNode out = JSON.objectNode();
    if (count.max() == Count.UNBOUNDED) {
      return out.put("gte", count.min());
    }
    if (count.min() == count.max()) {
      return out.put("eq", count.min());
    }
    if (count.min() == 0) {
      return out.put("lte", count.max());
    }
    out.putArray("between").add(count.min()).add(count.max());
    return out;
  }

  private static void window(ObjectNode out, Window window) {
    if (window instanceof Window.Last last) {
      out.putObject("window").put("last", JsonSpan.write(last.span()));
    } else if (window instanceof Window.Between between) {
      out.putObject("window")
          .put("from", between.from().toString())
          .put("to", between.to().toString());
    }
  }

  private static void test(ObjectNode out, ValueTest test) {
    if (test instanceof ValueTest.Not not) {
      negated(out, not.test());
    } else if (test instanceof ValueTest.Compare compare) {
      out.set(compare.op().key(), value(compare.value()));
      ignoringCase(out, compare.ignoringCase());
    } else if (test instanceof ValueTest.Between between) {
      out.putArray("between").add(value(between.low())).add(value(between.high()));
    } else if (test instanceof ValueTest.In in) {
      out.set("in", values(in.values()));
      ignoringCase(out, in.ignoringCase());
    } else if (test instanceof ValueTest.Text text) {
      out.put(key(text.part()), text.value());
      ignoringCase(out, text.ignoringCase());
    } else if (test instanceof ValueTest.Exists) {
      out.put("exists", true);
    } else {
      throw new AssertionError(test);
    }
  }

  private static void negated(ObjectNode out, ValueTest test) {
    if (test instanceof ValueTest.Exists) {
      out.put("exists", false);
    } else {
      test(out.putObject("not"), test);
    }
  }

  static String key(ValueTest.Part part) {
    return switch (part) {
      case CONTAINS -> "contains";
      case STARTS_WITH -> "startsWith";
      case ENDS_WITH -> "endsWith";
    };
  }

  private static void ignoringCase(ObjectNode out, boolean ignoring) {
    if (ignoring) {
      out.put("ignoringCase", true);
    }
  }

  private static ArrayNode values(Collection<Object> values) {
    ArrayNode out = JSON.arrayNode();
    values.forEach(one -> out.add(value(one)));
    return out;
  }

  private static JsonNode value(Object value) {
    if (value instanceof String text) {
      return JSON.textNode(text);
    }
    return value instanceof BigDecimal number ? number(number) : JSON.booleanNode((Boolean) value);
  }

  /** Whole numbers without an exponent; Jackson would write 100 as 1E+2. */
  private static JsonNode number(BigDecimal number) {
    return number.scale() == 0
        ? JSON.numberNode(number.toBigIntegerExact())
        : JSON.numberNode(number);
  }
}

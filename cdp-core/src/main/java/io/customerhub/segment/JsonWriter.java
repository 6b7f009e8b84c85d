package io.customerhub.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
      JsonTestWriter.test(out.put("trait", trait.trait()), trait.test());
    } else if (condition instanceof OccurrenceCondition occurrence) {
      occurrence(out, occurrence);
    } else if (condition instanceof AggregateCondition aggregate) {
      aggregate(out, aggregate);
    } else if (condition instanceof PatternCondition pattern) {
      JsonPatterns.write(out, pattern);
    } else if (condition instanceof PersonCondition person) {
      JsonPeople.write(out, person);
    } else if (condition instanceof ConsentCondition consent) {
      JsonPeople.write(out, consent);
    } else if (condition instanceof RfmCondition rfm) {
      JsonTestWriter.test(out.put("rfm", JsonTestWriter.lower(rfm.part())), rfm.test());
    } else if (condition instanceof PredictedCondition predicted) {
      JsonPeople.write(out, predicted);
    } else if (condition instanceof SequenceCondition sequence) {
      JsonPatterns.write(out, sequence);
    } else {
      throw new AssertionError(condition);
    }
    return out;
  }

  private static void occurrence(ObjectNode out, OccurrenceCondition condition) {
    selection(out, condition.of());
    count(out, condition.count());
    window(out, condition.window());
  }

  private static void aggregate(ObjectNode out, AggregateCondition condition) {
    function(out, condition.calculation());
    JsonTestWriter.test(out, condition.test());
    window(out, condition.window());
  }

  static ObjectNode write(Calculation calculation) {
    ObjectNode out = JSON.objectNode();
    function(out, calculation);
    window(out, calculation.window());
    return out;
  }

  private static void function(ObjectNode out, Calculation calculation) {
    selection(out, calculation.of());
    if (calculation.function().hasProperty()) {
      out.put(calculation.function().key(), calculation.property());
    } else {
      out.put(calculation.function().key(), true);
    }
  }

  private static ArrayNode list(List<Condition> parts) {
    ArrayNode out = JSON.arrayNode();
    parts.forEach(part -> out.add(write(part)));
    return out;
  }

  static void selection(ObjectNode out, Selection of) {
    out.put(JsonTestWriter.lower(of.type()), of.name());
    if (!of.where().isEmpty()) {
      JsonTestWriter.properties(out, "where", of.where());
    }
  }

  static void count(ObjectNode out, Count count) {
    if (!count.equals(Count.AT_LEAST_ONCE)) {
      out.set("count", count(count));
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

  static void window(ObjectNode out, Window window) {
    if (window instanceof Window.Last last) {
      out.putObject("window").put("last", JsonSpan.write(last.span()));
    } else if (window instanceof Window.Between between) {
      out.putObject("window")
          .put("from", between.from().toString())
          .put("to", between.to().toString());
    } else if (window instanceof Window.Calendar calendar) {
      out.putObject("window").put(key(calendar.turn()), JsonTestWriter.lower(calendar.period()));
    } else if (window instanceof Window.Since since) {
      selection(out.putObject("window").putObject(since(since.pick())), since.anchor());
    }
  }

  static String key(Window.Turn turn) {
    return turn == Window.Turn.THIS ? "this" : "previous";
  }

  static String since(Window.Pick pick) {
    return pick == Window.Pick.FIRST ? "sinceFirst" : "sinceLast";
  }
}

package io.customerhub.segment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads conditions from trees of JSON. */
final class JsonReader {

  private JsonReader() {}

  static Condition condition(JsonNode root) {
    return condition(new JsonObject("$", root));
  }

  static Calculation calculation(JsonNode root) {
    return JsonOccurrences.calculation(new JsonObject("$", root));
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
      ValueTest test = JsonTests.test(in);
      if (in.has("hasBeenFor")) {
        Span span = in.span("hasBeenFor");
        return in.make(() -> new PersonCondition.Held(name, test, span));
      }
      return in.make(() -> new TraitCondition(name, test));
    }
    Condition person = JsonPeople.condition(in);
    if (person != null) {
      return person;
    }
    if (in.has("sequence")) {
      return JsonPatterns.sequence(in);
    }
    return JsonOccurrences.isSelection(in) ? JsonOccurrences.condition(in) : other(in);
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
    throw in.error(
        "expected one of the keys all, any, not, atLeast, trait, event, record, sequence, consent,"
            + " rfm, predicted, segment");
  }

  private static List<Condition> parts(JsonObject in, String key) {
    return in.list(key, one -> condition(new JsonObject(one.path(), one.node())));
  }
}

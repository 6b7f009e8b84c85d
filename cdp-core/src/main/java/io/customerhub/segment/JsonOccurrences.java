package io.customerhub.segment;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads conditions of events and records from trees of JSON. */
final class JsonOccurrences {

  private static final String KEYS =
      Stream.of(Aggregate.values()).map(Aggregate::key).collect(Collectors.joining(", "));

  private JsonOccurrences() {}

  /** Reads the condition of an object that selects events or records. */
  static Condition condition(JsonObject in) {
    Selection of = selection(in);
    Window window = window(in);
    Condition pattern = JsonPatterns.pattern(in, of, window);
    if (pattern != null) {
      return pattern;
    }
    Aggregate function = function(in);
    if (function != null) {
      String property = property(in, function);
      ValueTest test = JsonTests.test(in);
      return in.make(() -> new AggregateCondition(function, property, of, test, window));
    }
    Count count = in.has("count") ? count(in.object("count")) : Count.AT_LEAST_ONCE;
    return in.make(() -> new OccurrenceCondition(of, count, window));
  }

  /** Reads a function of facts with no comparison. */
  static Calculation calculation(JsonObject in) {
    Selection of = selection(in);
    Window window = window(in);
    Aggregate function = function(in);
    if (function == null) {
      throw in.error("expected one of the keys " + KEYS);
    }
    String property = property(in, function);
    return in.make(() -> new Calculation(function, property, of, window));
  }

  /** A count that is an object is how many are needed. */
  private static @Nullable Aggregate function(JsonObject in) {
    return Stream.of(Aggregate.values())
        .filter(function -> in.has(function.key()) && !in.isObject(function.key()))
        .findFirst()
        .orElse(null);
  }

  static boolean isSelection(JsonObject in) {
    return in.has("event") || in.has("record");
  }

  /** Reads the selection whose keys an object has beside others. */
  static Selection selection(JsonObject in) {
    Selection.Type type = in.has("event") ? Selection.Type.EVENT : Selection.Type.RECORD;
    String name = in.text(JsonTestWriter.lower(type));
    List<PropertyTest> where = JsonTests.where(in);
    try {
      return new Selection(type, name, where);
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  static Window window(JsonObject in) {
    return in.has("window") ? read(in.object("window")) : Window.ALL_TIME;
  }

  static Count count(JsonObject in) {
    if (in.has("between")) {
      List<Integer> ends = in.list("between", one -> JsonObject.integer(one.path(), one.node()));
      JsonTests.pair(in, "between", ends);
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

  private static String property(JsonObject in, Aggregate function) {
    if (function.hasProperty()) {
      return in.text(function.key());
    }
    in.mustBeTrue(function.key());
    return "";
  }

  private static Window read(JsonObject in) {
    if (in.has("last")) {
      String span = in.text("last");
      return in.make(() -> new Window.Last(JsonSpan.read(span)));
    }
    for (Window.Pick pick : Window.Pick.values()) {
      if (in.has(JsonWriter.since(pick))) {
        JsonObject inner = in.object(JsonWriter.since(pick));
        Selection anchor = selection(inner);
        inner.make(() -> anchor);
        return in.make(() -> new Window.Since(pick, anchor));
      }
    }
    for (Window.Turn turn : Window.Turn.values()) {
      String key = JsonWriter.key(turn);
      if (in.has(key)) {
        Period period = in.constant(key, Period.class);
        return in.make(() -> new Window.Calendar(turn, period));
      }
    }
    Instant from = JsonDates.instant(in, "from");
    Instant to = JsonDates.instant(in, "to");
    return in.make(() -> new Window.Between(from, to));
  }
}

package io.customerhub.segment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes conditions of rhythm and of order. */
final class JsonPatterns {

  private JsonPatterns() {}

  /** Returns the pattern of a selection that was read, or null if the object has none. */
  static @Nullable Condition pattern(JsonObject in, Selection of, Window window) {
    if (in.has("firstTime")) {
      in.mustBeTrue("firstTime");
      return in.make(() -> new PatternCondition.FirstTime(of, window));
    }
    if (in.has("resumed")) {
      Span gap = span(in.object("resumed"), "after");
      return in.make(() -> new PatternCondition.Resumed(of, gap, window));
    }
    return in.has("interval") ? gap(in, of, window) : withoutWindow(in, of);
  }

  static Condition sequence(JsonObject in) {
    List<SequenceCondition.Step> steps = in.list("sequence", JsonPatterns::step);
    String same = in.has("same") ? in.text("same") : "";
    boolean strict = in.flag("strict");
    Count count = in.has("count") ? JsonOccurrences.count(in.object("count")) : Count.AT_LEAST_ONCE;
    Window window = JsonOccurrences.window(in);
    return in.make(() -> new SequenceCondition(steps, same, strict, count, window));
  }

  private static SequenceCondition.Step step(JsonObject.Element element) {
    JsonObject in = new JsonObject(element.path(), element.node());
    boolean negated = in.has("not");
    Selection of;
    if (negated) {
      JsonObject inner = in.object("not");
      of = JsonOccurrences.selection(inner);
      inner.make(() -> of);
    } else {
      of = JsonOccurrences.selection(in);
    }
    Span within = in.has("within") ? in.span("within") : null;
    return in.make(() -> new SequenceCondition.Step(of, negated, within));
  }

  private static @Nullable Condition withoutWindow(JsonObject in, Selection of) {
    if (in.has("lastTime")) {
      return recency(in, of);
    }
    if (in.has("regularly")) {
      JsonObject inner = in.object("regularly");
      int needed = inner.integer("atLeast");
      int periods = inner.integer("of");
      Span.Unit unit = inner.constant("unit", Span.Unit.class);
      Condition made = inner.make(() -> new PatternCondition.Regular(of, needed, periods, unit));
      return in.make(() -> made);
    }
    if (in.has("stopped")) {
      JsonObject inner = in.object("stopped");
      Span quiet = inner.span("for");
      int times = inner.integer("atLeast");
      Span before = inner.span("in");
      Condition made = inner.make(() -> new PatternCondition.Stopped(of, quiet, times, before));
      return in.make(() -> made);
    }
    if (in.has("streak")) {
      JsonObject inner = in.object("streak");
      int periods = inner.integer("atLeast");
      Period period = inner.constant("period", Period.class);
      Condition made = inner.make(() -> new PatternCondition.Streak(of, periods, period));
      return in.make(() -> made);
    }
    return null;
  }

  private static Condition recency(JsonObject in, Selection of) {
    JsonObject inner = in.object("lastTime");
    boolean more = inner.has("moreThan");
    Span span = span(inner, more ? "moreThan" : "lessThan");
    PatternCondition.Side side =
        more ? PatternCondition.Side.MORE_THAN : PatternCondition.Side.LESS_THAN;
    return in.make(() -> new PatternCondition.Recency(of, side, span));
  }

  private static Condition gap(JsonObject in, Selection of, Window window) {
    PatternCondition.Interval interval = in.constant("interval", PatternCondition.Interval.class);
    for (ValueTest.Op op : ValueTest.Op.values()) {
      if (in.has(op.key())) {
        Span span = in.span(op.key());
        return in.make(() -> new PatternCondition.Gap(interval, of, op, span, window));
      }
    }
    throw in.error("expected one of the comparisons eq, lt, lte, gt, gte with a span");
  }

  /** Reads the only key of an object. */
  private static Span span(JsonObject in, String key) {
    Span span = in.span(key);
    return in.make(() -> span);
  }

  static void write(ObjectNode out, PatternCondition condition) {
    JsonWriter.selection(out, condition.of());
    if (condition instanceof PatternCondition.FirstTime first) {
      JsonWriter.window(out.put("firstTime", true), first.window());
    } else if (condition instanceof PatternCondition.Recency recency) {
      boolean more = recency.side() == PatternCondition.Side.MORE_THAN;
      out.putObject("lastTime").put(more ? "moreThan" : "lessThan", JsonSpan.write(recency.span()));
    } else if (condition instanceof PatternCondition.Regular regular) {
      out.putObject("regularly")
          .put("atLeast", regular.needed())
          .put("of", regular.periods())
          .put("unit", JsonTestWriter.lower(regular.unit()));
    } else if (condition instanceof PatternCondition.Stopped stopped) {
      out.putObject("stopped")
          .put("for", JsonSpan.write(stopped.quiet()))
          .put("atLeast", stopped.times())
          .put("in", JsonSpan.write(stopped.before()));
    } else if (condition instanceof PatternCondition.Resumed resumed) {
      out.putObject("resumed").put("after", JsonSpan.write(resumed.gap()));
      JsonWriter.window(out, resumed.window());
    } else if (condition instanceof PatternCondition.Gap gap) {
      out.put("interval", JsonTestWriter.lower(gap.interval()))
          .put(gap.op().key(), JsonSpan.write(gap.span()));
      JsonWriter.window(out, gap.window());
    } else {
      PatternCondition.Streak streak = (PatternCondition.Streak) condition;
      out.putObject("streak")
          .put("atLeast", streak.periods())
          .put("period", JsonTestWriter.lower(streak.period()));
    }
  }

  static void write(ObjectNode out, SequenceCondition condition) {
    ArrayNode steps = out.putArray("sequence");
    for (SequenceCondition.Step step : condition.steps()) {
      ObjectNode one = steps.addObject();
      JsonWriter.selection(step.negated() ? one.putObject("not") : one, step.of());
      step.within().ifPresent(span -> one.put("within", JsonSpan.write(span)));
    }
    if (!condition.same().isEmpty()) {
      out.put("same", condition.same());
    }
    if (condition.strict()) {
      out.put("strict", true);
    }
    JsonWriter.count(out, condition.count());
    JsonWriter.window(out, condition.window());
  }
}

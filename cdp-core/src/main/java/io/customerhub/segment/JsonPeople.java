package io.customerhub.segment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads and writes conditions of who somebody is, since when, and what was allowed. */
final class JsonPeople {

  private JsonPeople() {}

  /** Returns the condition, or null if none of these keys is there. */
  static @Nullable Condition condition(JsonObject in) {
    if (in.has("random")) {
      String salt = in.text("random");
      BigDecimal from = in.decimal("from");
      BigDecimal to = in.decimal("to");
      return in.make(() -> new PersonCondition.Bucket(salt, from, to));
    }
    if (in.has("anonymous")) {
      in.mustBeTrue("anonymous");
      return in.make(PersonCondition.Anonymous::new);
    }
    if (in.has("identifier")) {
      String namespace = in.text("identifier");
      return in.make(() -> new PersonCondition.HasIdentifier(namespace));
    }
    if (in.has("mergedInLast")) {
      Span span = in.span("mergedInLast");
      return in.make(() -> new PersonCondition.Merged(span));
    }
    if (in.has("rfm")) {
      RfmCondition.Part part = in.constant("rfm", RfmCondition.Part.class);
      ValueTest test = JsonTests.test(in);
      return in.make(() -> new RfmCondition(part, test));
    }
    if (in.has("predicted")) {
      return predicted(in);
    }
    if (in.has("consent")) {
      return consent(in);
    }
    if (in.has("wasIn")) {
      return was(in);
    }
    for (PersonCondition.Turn turn : PersonCondition.Turn.values()) {
      if (in.has(JsonTestWriter.lower(turn))) {
        String segment = in.text(JsonTestWriter.lower(turn));
        Span span = in.span("inLast");
        return in.make(() -> new PersonCondition.Moved(turn, segment, span));
      }
    }
    return null;
  }

  private static Condition predicted(JsonObject in) {
    PredictedCondition.Measure measure = in.constant("predicted", PredictedCondition.Measure.class);
    Span ahead = in.has("ahead") ? in.span("ahead") : null;
    ValueTest test = JsonTests.test(in);
    return in.make(() -> new PredictedCondition(measure, ahead, test));
  }

  static void write(ObjectNode out, PredictedCondition condition) {
    out.put("predicted", JsonTestWriter.lower(condition.measure()));
    if (condition.ahead() != null) {
      out.put("ahead", JsonSpan.write(condition.ahead()));
    }
    JsonTestWriter.test(out, condition.test());
  }

  private static Condition was(JsonObject in) {
    String segment = in.text("wasIn");
    if (in.has("ago")) {
      Span ago = in.span("ago");
      return in.make(() -> new PersonCondition.WasInAgo(segment, ago));
    }
    Instant at = JsonDates.instant(in, "at");
    return in.make(() -> new PersonCondition.WasIn(segment, at));
  }

  private static Condition consent(JsonObject in) {
    String purpose = in.text("consent");
    String channel = in.has("channel") ? in.text("channel") : "";
    ConsentCondition.Status status = in.constant("is", ConsentCondition.Status.class);
    return in.make(() -> new ConsentCondition(purpose, channel, status));
  }

  static void write(ObjectNode out, ConsentCondition condition) {
    out.put("consent", condition.purpose());
    if (!condition.channel().isEmpty()) {
      out.put("channel", condition.channel());
    }
    out.put("is", JsonTestWriter.lower(condition.status()));
  }

  static void write(ObjectNode out, PersonCondition condition) {
    if (condition instanceof PersonCondition.Bucket bucket) {
      out.put("random", bucket.salt());
      out.set("from", JsonTestWriter.number(bucket.from()));
      out.set("to", JsonTestWriter.number(bucket.to()));
    } else if (condition instanceof PersonCondition.Anonymous) {
      out.put("anonymous", true);
    } else if (condition instanceof PersonCondition.HasIdentifier has) {
      out.put("identifier", has.namespace());
    } else if (condition instanceof PersonCondition.Merged merged) {
      out.put("mergedInLast", JsonSpan.write(merged.span()));
    } else if (condition instanceof PersonCondition.Moved moved) {
      out.put(JsonTestWriter.lower(moved.turn()), moved.segment())
          .put("inLast", JsonSpan.write(moved.span()));
    } else if (condition instanceof PersonCondition.WasIn was) {
      out.put("wasIn", was.segment()).put("at", was.at().toString());
    } else if (condition instanceof PersonCondition.WasInAgo was) {
      out.put("wasIn", was.segment()).put("ago", JsonSpan.write(was.ago()));
    } else {
      PersonCondition.Held held = (PersonCondition.Held) condition;
      JsonTestWriter.test(out.put("trait", held.trait()), held.test());
      out.put("hasBeenFor", JsonSpan.write(held.span()));
    }
  }
}

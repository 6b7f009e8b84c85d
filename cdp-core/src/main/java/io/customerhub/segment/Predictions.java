package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Judges what is foretold, day by day. */
final class Predictions {

  private Predictions() {}

  static Evaluation evaluate(PredictedCondition condition, FactReader reader, Instant now) {
    Forecast forecast = reader.facts().forecast().orElse(null);
    if (forecast == null) {
      boolean result = reader.judge().passes(condition.test(), null, now);
      return Evaluation.leaf(condition, result, "no value", null);
    }
    Daily course = new Daily(condition, forecast, reader.judge(), new Days(reader.zone()));
    boolean result = course.holds(now);
    String detail = reader.judge().explain(condition.test(), course.value(now));
    return Evaluation.leaf(condition, result, detail, course.nextFlip(now, result));
  }

  /** A number that moves at midnight. */
  private record Daily(PredictedCondition condition, Forecast forecast, Judge judge, Days days)
      implements Course {

    @Override
    public boolean holds(Instant at) {
      return judge.passes(condition.test(), value(at), at);
    }

    @Override
    public Instant after(Instant at) {
      return days.start(Period.DAY, at, 1);
    }

    @Nullable BigDecimal value(Instant at) {
      LocalDate today = days.of(at);
      Span ahead = condition.ahead();
      long until =
          ahead == null
              ? 0
              : ChronoUnit.DAYS.between(today, today.plus(ahead.amount(), ahead.unit().chrono()));
      OptionalDouble found =
          forecast.of(condition.measure(), today.minusDays(1), Math.toIntExact(until));
      return found.isPresent() && Double.isFinite(found.getAsDouble())
          ? BigDecimal.valueOf(found.getAsDouble())
          : null;
    }
  }
}

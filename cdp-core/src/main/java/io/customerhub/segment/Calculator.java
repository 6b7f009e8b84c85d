package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a calculation gives at any instant from a first one on. */
final class Calculator {

  private final Calculation calculation;
  private final FactReader reader;
  private final Pool pool;

  Calculator(Calculation calculation, FactReader reader, Instant first) {
    this.calculation = calculation;
    this.reader = reader;
    this.pool = new Pool(reader, calculation.of(), calculation.window(), first);
  }

  /** Returns what it gives now, and until when. */
  static Calculated calculate(Calculation calculation, FactReader reader, Instant now) {
    if (reader.isTimed(calculation.of(), calculation.window())) {
      Calculator calculator = new Calculator(calculation, reader, now);
      Object value = calculator.value(now);
      return new Calculated(value, calculator.new Steady(value).nextFlip(now, true));
    }
    Optional<DayWindow> days = DayWindow.of(calculation, reader, now);
    if (days.isPresent()) {
      BigDecimal value = days.get().value();
      return new Calculated(value, days.get().nextFlip(Numbers.only(value)));
    }
    Timeline timeline = reader.timeline(calculation.of(), calculation.window(), now);
    Measure measure = Measure.of(calculation, reader);
    timeline.fill(measure::add);
    return new Calculated(measure.value(), timeline.nextFlip(Tally.steady(measure)));
  }

  Measure measure(Instant at) {
    Measure measure = Measure.of(calculation, reader);
    pool.at(at).forEach(measure::add);
    return measure;
  }

  @Nullable Object value(Instant at) {
    return measure(at).value();
  }

  int facts(Instant at) {
    return pool.at(at).size();
  }

  /** Returns an instant after now before which the value stays; null if it does for ever. */
  @Nullable Instant after(Instant now) {
    return pool.after(now);
  }

  /** That the value is still the same. */
  private final class Steady implements Course {

    private final @Nullable Object value;

    Steady(@Nullable Object value) {
      this.value = value;
    }

    @Override
    public boolean holds(Instant at) {
      return Objects.equals(value(at), value);
    }

    @Override
    public @Nullable Instant after(Instant at) {
      return Calculator.this.after(at);
    }
  }
}

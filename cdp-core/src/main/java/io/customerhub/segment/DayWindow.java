package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events in a window of which most are known in sum by days: one by one they are read only at
 * the edges of the window, and on the day on which an answer flips. What comes of it is the same.
 */
final class DayWindow {

  private final FactReader reader;
  private final Calculation calculation;
  private final WindowBounds bounds;
  private final List<Fact> head;
  private final EventDays days;
  private final int first;
  private final int end;
  private final List<Fact> tail;
  private final int inside;
  private final int numbers;
  private final BigDecimal sum;

  private DayWindow(
      FactReader reader,
      Calculation calculation,
      WindowBounds bounds,
      List<Fact> head,
      EventDays days,
      int first,
      int end,
      List<Fact> tail) {
    this.reader = reader;
    this.calculation = calculation;
    this.bounds = bounds;
    this.head = head;
    this.days = days;
    this.first = first;
    this.end = end;
    this.tail = tail;
    Total total = new Total();
    head.forEach(fact -> total.add(day(fact)));
    for (int i = first; i < end; i++) {
      total.add(days.sum(i));
    }
    tail.forEach(fact -> total.add(day(fact)));
    this.inside = total.events;
    this.numbers = total.numbers;
    this.sum = total.sum;
  }

  private static final class Total {

    private int events;
    private int numbers;
    private BigDecimal sum = BigDecimal.ZERO;

    void add(EventDay day) {
      events += day.events();
      numbers += day.numbers();
      sum = sum.add(day.sum());
    }
  }

  /** Returns the window at an instant; empty if its events have to be read one by one. */
  static Optional<DayWindow> of(Calculation calculation, FactReader reader, Instant now) {
    if (!takes(calculation) || reader.summary(calculation.of(), calculation.window()).isPresent()) {
      return Optional.empty();
    }
    Selection of = calculation.of();
    return reader
        .facts()
        .days(of, calculation.property())
        .flatMap(days -> of(calculation, reader, days, now));
  }

  private static Optional<DayWindow> of(
      Calculation calculation, FactReader reader, EventDays all, Instant now) {
    Selection of = calculation.of();
    WindowBounds bounds = reader.bounds(calculation.window());
    Instant start = bounds.start(now);
    Instant today = EventDays.start(EventDays.floor(now));
    Instant second = EventDays.start(EventDays.ceiling(start));
    if (!second.isBefore(today)) {
      return Optional.empty();
    }
    List<Fact> tail = reader.read(of, today, bounds.end());
    boolean waits = !tail.isEmpty() && isComing(tail.get(tail.size() - 1), bounds, now);
    return waits
        ? Optional.empty()
        : Optional.of(
            new DayWindow(
                reader,
                calculation,
                bounds,
                start.equals(second) ? List.of() : reader.read(of, start, second),
                all,
                all.from(second),
                all.to(today),
                tail));
  }

  /** Of other windows events enter and leave otherwise than one by one. */
  static boolean takes(Calculation calculation) {
    boolean rolls =
        calculation.window() instanceof Window.Last
            || calculation.window() instanceof Window.AllTime;
    return rolls
        && (calculation.function() == Aggregate.COUNT || calculation.function() == Aggregate.SUM)
        && EventDays.takes(calculation.of());
  }

  private static boolean isComing(Fact last, WindowBounds bounds, Instant now) {
    return bounds.enters(last.time()).isAfter(now);
  }

  /** Returns how many events are in the window. */
  int inside() {
    return inside;
  }

  /** Returns how many events or numbers take part. */
  int values() {
    return isCount() ? inside : numbers;
  }

  /** Returns the number or the sum. */
  BigDecimal value() {
    return isCount() ? BigDecimal.valueOf(inside) : (BigDecimal) Comparison.key(sum);
  }

  /** Returns when the value next flips whether it is among some numbers; null if it never does. */
  @Nullable Instant nextFlip(Numbers numbers) {
    return bounds.leaves(EventDays.start(0)) == null ? null : new Leaving(numbers).flip();
  }

  private boolean isCount() {
    return calculation.function() == Aggregate.COUNT;
  }

  private EventDay day(Fact fact) {
    return EventDay.of(isCount() ? null : fact.fields().get(calculation.property()));
  }

  /** How the value changes as events leave, the oldest first. */
  private final class Leaving {

    private final Numbers numbers;
    private final boolean before;
    private BigDecimal value = value();

    /** When those left that were taken off last; all that leave then leave together. */
    private @Nullable Instant at;

    Leaving(Numbers numbers) {
      this.numbers = numbers;
      this.before = numbers.includes(value);
    }

    @Nullable Instant flip() {
      boolean flipped = takesOff(head);
      for (int i = first; i < end && !flipped; i++) {
        EventDay day = days.sum(i);
        if (isSteady(day)) {
          value = value.subtract(amount(day));
          at = null;
        } else {
          flipped = takesOff(read(days.day(i)));
        }
      }
      return flipped || takesOff(tail) || hasFlipped() ? known(at) : null;
    }

    /** Takes facts off one by one; returns whether that flipped something before the last. */
    private boolean takesOff(List<Fact> facts) {
      Deque<Fact> left = new ArrayDeque<>(facts);
      while (!left.isEmpty()) {
        Instant leaves = bounds.leaves(left.element().time());
        if (at != null && !at.equals(leaves) && hasFlipped()) {
          return true;
        }
        at = leaves;
        value = value.subtract(amount(day(left.remove())));
      }
      return false;
    }

    private boolean hasFlipped() {
      return at != null && numbers.includes(value) != before;
    }

    private boolean isSteady(EventDay day) {
      BigDecimal most = isCount() ? BigDecimal.valueOf(day.events()) : day.most();
      BigDecimal least = isCount() ? BigDecimal.ZERO : day.least();
      // Before it is true of them all, those taken off last have to be told of.
      return !hasFlipped() && numbers.isSteady(value.subtract(most), value.subtract(least));
    }

    private BigDecimal amount(EventDay day) {
      return isCount() ? BigDecimal.valueOf(day.events()) : day.sum();
    }

    private List<Fact> read(long day) {
      return reader.read(calculation.of(), EventDays.start(day), EventDays.start(day + 1));
    }

    private static @Nullable Instant known(@Nullable Instant at) {
      return at == null || !at.isBefore(Timeline.END) ? null : at;
    }
  }
}

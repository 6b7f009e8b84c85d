package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The meaning of patterns written down a second time. */
record PatternOracle(Oracle facts, Instant now) {

  boolean holds(PatternCondition c) {
    List<Instant> times = facts.all(c.of(), now).stream().map(Fact::time).toList();
    if (times.isEmpty()) {
      return false;
    }
    if (c instanceof PatternCondition.FirstTime first) {
      return facts.inside(first.window(), times.get(0), now);
    }
    if (c instanceof PatternCondition.Recency r) {
      boolean recent = !times.get(times.size() - 1).isBefore(minus(now, r.span(), 1));
      return recent == (r.side() == PatternCondition.Side.LESS_THAN);
    }
    if (c instanceof PatternCondition.Regular r) {
      Span span = new Span(1, r.unit());
      long hit = 0;
      for (int i = 0; i < r.periods(); i++) {
        hit +=
            between(times, i + 1 == 0 ? now : minus(now, span, i + 1), minus(now, span, i)) > 0
                ? 1
                : 0;
      }
      return hit >= r.needed();
    }
    if (c instanceof PatternCondition.Stopped s) {
      Instant start = minus(now, s.quiet(), 1);
      return between(times, start, now) == 0
          && between(times, minus(start, s.before(), 1), start) >= s.times();
    }
    if (c instanceof PatternCondition.Resumed r) {
      return times.stream()
          .filter(time -> facts.inside(r.window(), time, now))
          .anyMatch(time -> isAfterGap(time, times, r.gap()));
    }
    return c instanceof PatternCondition.Gap gap
        ? gap(gap, times)
        : streak((PatternCondition.Streak) c, times);
  }

  private boolean isAfterGap(Instant time, List<Instant> times, Span gap) {
    List<Instant> earlier = times.stream().filter(one -> one.isBefore(time)).toList();
    return !earlier.isEmpty() && plus(Collections.max(earlier), gap).isBefore(time);
  }

  private boolean gap(PatternCondition.Gap c, List<Instant> times) {
    List<Instant> inside =
        times.stream().filter(time -> facts.inside(c.window(), time, now)).toList();
    List<BigDecimal> gaps = new ArrayList<>();
    for (int i = 1; i < inside.size(); i++) {
      gaps.add(BigDecimal.valueOf(ChronoUnit.MICROS.between(inside.get(i - 1), inside.get(i))));
    }
    if (gaps.isEmpty()) {
      return false;
    }
    BigDecimal asked =
        BigDecimal.valueOf(c.span().unit().chrono().getDuration().toNanos() / 1_000)
            .multiply(BigDecimal.valueOf(c.span().amount()));
    BigDecimal found =
        switch (c.interval()) {
          case SHORTEST -> Collections.min(gaps);
          case LONGEST -> Collections.max(gaps);
          case AVERAGE -> gaps.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        };
    boolean average = c.interval() == PatternCondition.Interval.AVERAGE;
    BigDecimal other = average ? asked.multiply(BigDecimal.valueOf(gaps.size())) : asked;
    return TestOracle.compares(c.op(), found, other, Folding.EXACT);
  }

  private boolean streak(PatternCondition.Streak c, List<Instant> times) {
    LocalDate today = facts.day(now);
    boolean current = true;
    boolean last = true;
    for (int i = 0; i <= c.periods(); i++) {
      LocalDate day =
          switch (c.period()) {
            case DAY -> today.minusDays(i);
            case WEEK -> today.minusWeeks(i);
            case MONTH -> today.withDayOfMonth(1).minusMonths(i);
            case QUARTER -> today.withDayOfMonth(1).minusMonths(3L * i);
            case YEAR -> today.minusYears(i);
          };
      String name = Oracle.name(c.period(), day);
      boolean hit =
          times.stream().anyMatch(t -> Oracle.name(c.period(), facts.day(t)).equals(name));
      current &= hit || i == c.periods();
      last &= hit || i == 0;
    }
    return current || last;
  }

  private static long between(List<Instant> times, Instant from, Instant to) {
    return times.stream().filter(t -> !t.isBefore(from) && t.isBefore(to)).count();
  }

  private Instant minus(Instant at, Span span, int times) {
    return zoned(at).minus(span.amount() * times, span.unit().chrono()).toInstant();
  }

  private Instant plus(Instant at, Span span) {
    return zoned(at).plus(span.amount(), span.unit().chrono()).toInstant();
  }

  private ZonedDateTime zoned(Instant at) {
    return at.atZone(facts.zone());
  }
}

package io.customerhub.segment;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Judges in what rhythm something happened. */
final class Patterns {

  private final FactReader reader;
  private final Instant now;

  Patterns(FactReader reader, Instant now) {
    this.reader = reader;
    this.now = now;
  }

  Evaluation evaluate(PatternCondition condition) {
    Pool all = new Pool(reader, condition.of(), Window.ALL_TIME, now);
    Course course = course(condition, all);
    boolean result = course.holds(now);
    String detail = all.at(now).size() + Occurrences.things(condition.of());
    return Evaluation.leaf(condition, result, detail, course.nextFlip(now, result));
  }

  private Course course(PatternCondition condition, Pool all) {
    if (condition instanceof PatternCondition.FirstTime first) {
      return new FirstTime(all, new Pool(reader, first.of(), first.window(), now));
    }
    if (condition instanceof PatternCondition.Recency recency) {
      return new Recency(all, bounds(recency.span()), recency.side());
    }
    if (condition instanceof PatternCondition.Regular regular) {
      return new Regular(all, regular, starts(regular));
    }
    if (condition instanceof PatternCondition.Stopped stopped) {
      return new Stopped(all, stopped.times(), bounds(stopped.quiet()), bounds(stopped.before()));
    }
    if (condition instanceof PatternCondition.Resumed resumed) {
      Pool recent = new Pool(reader, resumed.of(), resumed.window(), now);
      return new Resumed(all, recent, bounds(resumed.gap()));
    }
    if (condition instanceof PatternCondition.Gap gap) {
      return new Gap(new Pool(reader, gap.of(), gap.window(), now), gap);
    }
    return new Streak(all, (PatternCondition.Streak) condition, new Days(reader.zone()));
  }

  private WindowBounds bounds(Span span) {
    return reader.bounds(new Window.Last(span));
  }

  private List<WindowBounds> starts(PatternCondition.Regular regular) {
    return IntStream.rangeClosed(1, regular.periods())
        .mapToObj(i -> bounds(new Span(i, regular.unit())))
        .toList();
  }

  private record FirstTime(Pool all, Pool recent) implements Course {

    @Override
    public boolean holds(Instant at) {
      List<Fact> found = recent.at(at);
      return !found.isEmpty() && all.at(at).get(0).time().equals(found.get(0).time());
    }

    @Override
    public @Nullable Instant after(Instant at) {
      return Course.earlier(all.after(at), recent.after(at));
    }
  }

  private record Recency(Pool all, WindowBounds bounds, PatternCondition.Side side)
      implements Course {

    @Override
    public boolean holds(Instant at) {
      Instant old = old(at);
      return old != null && old.isAfter(at) == (side == PatternCondition.Side.LESS_THAN);
    }

    @Override
    public @Nullable Instant after(Instant at) {
      Instant old = old(at);
      return Course.earlier(all.after(at), old != null && old.isAfter(at) ? old : null);
    }

    /** Returns when the last time is longer ago than the span; null if there is none. */
    private @Nullable Instant old(Instant at) {
      List<Fact> found = all.at(at);
      return found.isEmpty() ? null : bounds.leaves(found.get(found.size() - 1).time());
    }
  }

  private record Regular(Pool all, PatternCondition.Regular condition, List<WindowBounds> starts)
      implements Course {

    @Override
    public boolean holds(Instant at) {
      List<Fact> facts = all.at(at);
      int end = facts.size();
      int hit = 0;
      for (WindowBounds bounds : starts) {
        int start = startIndex(facts, bounds, at);
        hit += start < end ? 1 : 0;
        end = start;
      }
      return hit >= condition.needed();
    }

    @Override
    public @Nullable Instant after(Instant at) {
      List<Fact> facts = all.at(at);
      Instant next = all.after(at);
      for (WindowBounds bounds : starts) {
        int start = startIndex(facts, bounds, at);
        if (start < facts.size()) {
          next = Course.earlier(next, bounds.leaves(facts.get(start).time()));
        }
      }
      return next;
    }
  }

  private record Stopped(Pool all, int times, WindowBounds quiet, WindowBounds before)
      implements Course {

    @Override
    public boolean holds(Instant at) {
      List<Fact> facts = all.at(at);
      int end = startIndex(facts, quiet, at);
      int start = startIndex(facts, before, quiet.start(at));
      return end == facts.size() && end - start >= times;
    }

    @Override
    public @Nullable Instant after(Instant at) {
      List<Fact> facts = all.at(at);
      Instant next = all.after(at);
      int end = startIndex(facts, quiet, at);
      if (end < facts.size()) {
        next = Course.earlier(next, quiet.leaves(facts.get(end).time()));
      }
      int start = startIndex(facts, before, quiet.start(at));
      if (start < end) {
        next = Course.earlier(next, leaves(facts.get(start).time()));
      }
      return next;
    }

    /** Returns when the start of the quiet span has come as far as the fact is looked at. */
    private @Nullable Instant leaves(Instant time) {
      Instant end = before.leaves(time);
      return end == null ? null : quiet.leaves(end.minus(1, ChronoUnit.MICROS));
    }
  }

  private record Resumed(Pool all, Pool recent, WindowBounds gap) implements Course {

    @Override
    public boolean holds(Instant at) {
      List<Fact> facts = all.at(at);
      return recent.at(at).stream().anyMatch(fact -> isAfterGap(fact, facts));
    }

    @Override
    public @Nullable Instant after(Instant at) {
      return Course.earlier(all.after(at), recent.after(at));
    }

    private boolean isAfterGap(Fact fact, List<Fact> facts) {
      int earlier = Pool.first(facts, one -> !one.time().isBefore(fact.time())) - 1;
      Instant gone = earlier < 0 ? null : gap.leaves(facts.get(earlier).time());
      return gone != null && !fact.time().isBefore(gone);
    }
  }

  private record Gap(Pool pool, PatternCondition.Gap condition) implements Course {

    @Override
    public boolean holds(Instant at) {
      List<Fact> facts = pool.at(at);
      int gaps = facts.size() - 1;
      if (gaps < 1) {
        return false;
      }
      Span span = condition.span();
      long asked = span.amount() * span.unit().chrono().getDuration().toSeconds() * 1_000_000;
      return switch (condition.interval()) {
        // Compared as a fraction: an average may have no end of decimals.
        case AVERAGE -> compares(micros(facts.get(0), facts.get(gaps)), asked, gaps);
        case SHORTEST -> compares(extreme(facts, 1), asked, 1);
        case LONGEST -> compares(extreme(facts, -1), asked, 1);
      };
    }

    @Override
    public @Nullable Instant after(Instant at) {
      return pool.after(at);
    }

    private boolean compares(long total, long asked, int gaps) {
      BigInteger wanted = BigInteger.valueOf(asked).multiply(BigInteger.valueOf(gaps));
      int order = BigInteger.valueOf(total).compareTo(wanted);
      return Comparison.satisfies(condition.op(), order);
    }

    private static long extreme(List<Fact> facts, int sign) {
      long least = Long.MAX_VALUE;
      for (int i = 1; i < facts.size(); i++) {
        least = Math.min(least, sign * micros(facts.get(i - 1), facts.get(i)));
      }
      return sign * least;
    }

    private static long micros(Fact from, Fact to) {
      return ChronoUnit.MICROS.between(from.time(), to.time());
    }
  }

  private record Streak(Pool all, PatternCondition.Streak condition, Days days) implements Course {

    @Override
    public boolean holds(Instant at) {
      Period period = condition.period();
      LocalDate first = period.first(days.of(at));
      Instant oldest = days.start(period.plus(first, -condition.periods()));
      List<Fact> facts = all.at(at);
      Set<LocalDate> hit = new HashSet<>();
      facts
          .subList(Pool.first(facts, fact -> !fact.time().isBefore(oldest)), facts.size())
          .forEach(fact -> hit.add(period.first(days.of(fact.time()))));
      return isStreak(hit, first) || isStreak(hit, period.plus(first, -1));
    }

    @Override
    public @Nullable Instant after(Instant at) {
      // No streak begins because a period does.
      Instant ends = holds(at) ? days.start(condition.period(), at, 1) : null;
      return Course.earlier(ends, all.after(at));
    }

    private boolean isStreak(Set<LocalDate> hit, LocalDate last) {
      for (int i = 0; i < condition.periods(); i++) {
        if (!hit.contains(condition.period().plus(last, -i))) {
          return false;
        }
      }
      return true;
    }
  }

  private static int startIndex(List<Fact> facts, WindowBounds bounds, Instant at) {
    Instant start = bounds.start(at);
    return Pool.first(facts, fact -> !fact.time().isBefore(start));
  }
}

package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Aggregate;
import io.customerhub.segment.Calculated;
import io.customerhub.segment.Calculation;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.Membership;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the value of a watched computed trait changed. Values are not kept: what a person's
 * were is noted in the unit before a change, and those before an instant at which time changes one
 * follow from the same facts. Only when that instant is, is kept, as a membership that nobody is
 * in.
 */
final class TraitWatch {

  /** No segment has such a name. */
  static final String ROW = "\u0001computed traits";

  private final BiFunction<Calculation, Instant, Calculated> calculator;
  private final Unit unit;
  private final ProfileId profile;
  private final Map<String, Calculation> watched;

  TraitWatch(
      Unit unit,
      ProfileId profile,
      Map<String, Calculation> watched,
      BiFunction<Calculation, Instant, Calculated> calculator) {
    this.unit = unit;
    this.profile = profile;
    this.watched = watched;
    this.calculator = calculator;
  }

  /** Notes what the values are, before they may change. */
  void note() {
    unit.shown().put(profile, values(unit.present()));
  }

  /** Tells what is another value than was noted, and keeps when time changes one. */
  void compare(Map<String, Membership> rows) {
    Map<String, Optional<Object>> before = unit.shown().get(profile);
    Map<String, Optional<Object>> after = values(unit.present());
    tell(before == null ? ofNobody() : before, after, unit.present());
    unit.shown().put(profile, after);
    keep(rows, unit.present());
  }

  /** Tells what time changed at an instant, and keeps when it does next. */
  void turn(Map<String, Membership> rows, Instant at) {
    tell(values(at.minusNanos(1_000)), values(at), at);
    keep(rows, at);
  }

  private void tell(
      Map<String, Optional<Object>> before, Map<String, Optional<Object>> after, Instant at) {
    after.forEach(
        (trait, value) -> {
          if (!value.equals(before.getOrDefault(trait, Optional.empty()))) {
            unit.tell(new DomainEvent.ComputedTraitChanged(trait, profile, at));
          }
        });
  }

  private void keep(Map<String, Membership> rows, Instant at) {
    Membership was = rows.get(ROW);
    Membership now = new Membership(ROW, profile, false, EventQuery.MIN, next(at));
    if (was == null ? now.due().isPresent() : !was.equals(now)) {
      unit.tx().memberships().put(now);
      rows.put(ROW, now);
    }
  }

  private @Nullable Instant next(Instant at) {
    return watched.values().stream()
        .map(how -> calculator.apply(how, at).due())
        .filter(Objects::nonNull)
        .map(due -> due.isAfter(at) ? due : at.plusNanos(1_000))
        .min(Instant::compareTo)
        .orElse(null);
  }

  private SortedMap<String, Optional<Object>> values(Instant at) {
    SortedMap<String, Optional<Object>> values = new TreeMap<>();
    watched.forEach((name, how) -> values.put(name, calculator.apply(how, at).shown()));
    return values;
  }

  /** What is counted of somebody who was not there is 0, and anything else missing. */
  private Map<String, Optional<Object>> ofNobody() {
    Map<String, Optional<Object>> values = new TreeMap<>();
    watched.forEach(
        (name, how) ->
            values.put(
                name, isCounted(how.function()) ? Optional.of(BigDecimal.ZERO) : Optional.empty()));
    return values;
  }

  private static boolean isCounted(Aggregate function) {
    return switch (function) {
      case COUNT, SUM, DISTINCT_COUNT, DISTINCT_DAYS -> true;
      default -> false;
    };
  }
}

package io.customerhub.segment;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The meaning of tests of values written down a second time, as plainly as can be. */
record TestOracle(Map<String, Object> traits, ZoneId zone) {

  boolean passes(ValueTest test, Object value, Instant now) {
    if (test instanceof ValueTest.Not not) {
      return !passes(not.test(), value, now);
    }
    if (value == null || test instanceof ValueTest.Exists) {
      return value != null;
    }
    if (test instanceof DateTest date) {
      return passes(date, date(value), now);
    }
    if (test instanceof ListTest list) {
      return passes(list, value, now);
    }
    if (test instanceof GeoTest geo) {
      return value instanceof Map<?, ?> map && GeoOracle.passes(geo, map);
    }
    if (test instanceof CompareTrait c) {
      return traits.containsKey(c.trait())
          && compares(c.op(), value, traits.get(c.trait()), c.folding());
    }
    return passes(test, value);
  }

  private static boolean passes(ValueTest test, Object value) {
    if (test instanceof ValueTest.Compare c) {
      return compares(c.op(), value, c.value(), c.folding());
    }
    if (test instanceof ValueTest.Between b) {
      return compares(ValueTest.Op.GTE, value, b.low(), Folding.EXACT)
          && compares(ValueTest.Op.LTE, value, b.high(), Folding.EXACT);
    }
    if (test instanceof ValueTest.In in) {
      return in.values().stream().anyMatch(v -> same(value, v, in.folding()));
    }
    if (test instanceof ValueTest.Empty) {
      return value instanceof String s && s.isEmpty()
          || value instanceof List<?> l && l.isEmpty()
          || value instanceof Map<?, ?> m && m.isEmpty();
    }
    if (test instanceof Matches m) {
      String flags = m.ignoringCase() ? "(?isu)" : "(?s)";
      return value instanceof String s && s.matches(flags + m.regex());
    }
    ValueTest.Text text = (ValueTest.Text) test;
    return value instanceof String given && finds(text, given);
  }

  private boolean passes(ListTest test, Object value, Instant now) {
    if (test instanceof ListTest.Fields fields) {
      return value instanceof Map<?, ?> map
          && fields.tests().stream().allMatch(t -> passes(t.test(), map.get(t.property()), now));
    }
    if (!(value instanceof List<?> list)) {
      return false;
    }
    if (test instanceof ListTest.Size size) {
      return passes(size.test(), BigDecimal.valueOf(list.size()), now);
    }
    if (test instanceof ListTest.Elements e) {
      long passing = list.stream().filter(one -> passes(e.test(), one, now)).count();
      return e.quantifier() == ListTest.Quantifier.ANY ? passing > 0 : passing == list.size();
    }
    ListTest.Has has = (ListTest.Has) test;
    Stream<Object> found =
        has.values().stream()
            .filter(v -> list.stream().anyMatch(one -> same(one, v, has.folding())));
    return has.quantifier() == ListTest.Quantifier.ANY
        ? found.findAny().isPresent()
        : found.count() == has.values().size();
  }

  private boolean passes(DateTest test, Object date, Instant now) {
    if (date == null) {
      return false;
    }
    ZonedDateTime at =
        date instanceof LocalDate d ? d.atStartOfDay(zone) : ((Instant) date).atZone(zone);
    LocalDate day = at.toLocalDate();
    if (test instanceof DateTest.Relative r) {
      ZonedDateTime from =
          r.date() instanceof LocalDate d
              ? d.atStartOfDay(zone)
              : ((Instant) r.date()).atZone(zone);
      ZonedDateTime to = r.date() instanceof LocalDate ? from.plusDays(1) : from.plusNanos(1);
      return r.side() == DateTest.Side.BEFORE ? at.isBefore(from) : !at.isBefore(to);
    }
    if (test instanceof DateTest.OnDay on) {
      return on.day().equals(day);
    }
    if (test instanceof DateTest.Weekday w) {
      return w.days().contains(day.getDayOfWeek());
    }
    if (test instanceof DateTest.PartOfDay p) {
      return date instanceof Instant && isPart(p, at.toLocalTime());
    }
    ZonedDateTime present = now.atZone(zone);
    if (test instanceof DateTest.Now n) {
      return (n.place() == DateTest.Place.PAST) == at.isBefore(present);
    }
    if (test instanceof DateTest.Anniversary a) {
      LocalDate end = present.toLocalDate().plus(a.span().amount(), a.span().unit().chrono());
      return present
          .toLocalDate()
          .datesUntil(end)
          .anyMatch(d -> d.getYear() > day.getYear() && day.withYear(d.getYear()).equals(d));
    }
    return passes((DateTest.Within) test, at, present);
  }

  private static boolean passes(DateTest.Within test, ZonedDateTime at, ZonedDateTime now) {
    Span span = test.span();
    ZonedDateTime start = now.minus(span.amount(), span.unit().chrono());
    return switch (test.reach()) {
      case IN_LAST -> at.isBefore(now) && !at.isBefore(start);
      case OLDER_THAN -> at.isBefore(start);
      case IN_NEXT ->
          !at.isBefore(now) && at.minus(span.amount(), span.unit().chrono()).isBefore(now);
    };
  }

  private static boolean isPart(DateTest.PartOfDay p, LocalTime time) {
    // Minute by minute, so that going over midnight needs no thought.
    LocalTime minute = LocalTime.of(time.getHour(), time.getMinute());
    for (LocalTime t = p.from(); !t.equals(p.to()); t = t.plusMinutes(1)) {
      if (t.equals(minute)) {
        return true;
      }
    }
    return false;
  }

  /** A day, an instant, or null. */
  Object date(Object value) {
    String text = value instanceof String s ? s : "";
    return Stream.<java.util.function.Function<String, Object>>of(
            LocalDate::parse,
            t -> OffsetDateTime.parse(t).toInstant(),
            t -> LocalDateTime.parse(t).atZone(zone).toInstant())
        .map(
            parse -> {
              try {
                return parse.apply(text);
              } catch (DateTimeException e) {
                return null;
              }
            })
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static boolean same(Object a, Object b, Folding folding) {
    return compares(ValueTest.Op.EQ, a, b, folding);
  }

  static boolean compares(ValueTest.Op op, Object value, Object other, Folding folding) {
    if (value instanceof Boolean) {
      return op == ValueTest.Op.EQ && value.equals(other);
    }
    int order;
    if (value instanceof String a && other instanceof String b) {
      order = fold(a, folding).compareTo(fold(b, folding));
    } else if (value instanceof BigDecimal a && other instanceof BigDecimal b) {
      order = a.compareTo(b);
    } else {
      return false;
    }
    return switch (op) {
      case EQ -> order == 0;
      case LT -> order < 0;
      case LTE -> order <= 0;
      case GT -> order > 0;
      case GTE -> order >= 0;
    };
  }

  private static String fold(String text, Folding folding) {
    String folded = folding.ignoresCase() ? text.toLowerCase(Locale.ROOT) : text;
    return folding.ignoresAccents()
        ? Normalizer.normalize(folded, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "")
        : folded;
  }

  private static boolean finds(ValueTest.Text test, String value) {
    String in = fold(value, test.folding());
    String part = fold(test.value(), test.folding());
    return switch (test.part()) {
      case CONTAINS -> in.contains(part);
      case STARTS_WITH -> in.startsWith(part);
      case ENDS_WITH -> in.endsWith(part);
      case LIKE -> in.matches("(?s)" + regex(part));
    };
  }

  private static String regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        regex.append("\\x{").append(Integer.toHexString(pattern.charAt(++i))).append("}");
      } else {
        regex.append(c == '*' ? ".*" : c == '?' ? "." : "\\x{" + Integer.toHexString(c) + "}");
      }
    }
    return regex.toString();
  }
}

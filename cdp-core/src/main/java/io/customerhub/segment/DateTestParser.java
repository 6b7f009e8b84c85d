package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tests of dates and places. Not thread-safe. */
final class DateTestParser {

  private final TokenStream in;
  private final LiteralParser literals;

  DateTestParser(TokenStream in, LiteralParser literals) {
    this.in = in;
    this.literals = literals;
  }

  /** Returns the test, or null if none starts here. */
  @Nullable ValueTest parse(Token start) {
    for (DateTest.Side side : DateTest.Side.values()) {
      if (in.accept(side.name().toLowerCase(Locale.ROOT))) {
        Temporal date = literals.date();
        return TokenStream.make(start, () -> new DateTest.Relative(side, date));
      }
    }
    if (in.accept("on", "day")) {
      LocalDate day = literals.day();
      return TokenStream.make(start, () -> new DateTest.OnDay(day));
    }
    for (DateTest.Place place : DateTest.Place.values()) {
      if (in.accept("in", place.name().toLowerCase(Locale.ROOT))) {
        return new DateTest.Now(place);
      }
    }
    for (DateTest.Reach reach : DateTest.Reach.values()) {
      if (in.accept(TestPrinter.words(reach).split(" "))) {
        return new DateTest.Within(reach, literals.span());
      }
    }
    return calendar(start);
  }

  private @Nullable ValueTest calendar(Token start) {
    if (in.accept("anniversary", "in", "next")) {
      Span span = literals.span();
      return TokenStream.make(start, () -> new DateTest.Anniversary(span));
    }
    if (in.accept("day", "of", "week", "in")) {
      return new DateTest.Weekday(weekdays());
    }
    if (in.accept("part", "of", "day", "from")) {
      LocalTime from = literals.time();
      in.expect("to");
      LocalTime to = literals.time();
      return TokenStream.make(start, () -> new DateTest.PartOfDay(from, to));
    }
    return place(start);
  }

  private @Nullable ValueTest place(Token start) {
    if (in.accept("within")) {
      BigDecimal km = literals.decimal();
      in.expect("km");
      in.expect("of");
      GeoTest.Point center = point();
      return TokenStream.make(start, () -> new GeoTest.Near(center, km));
    }
    if (!in.accept("in", "region")) {
      return null;
    }
    List<GeoTest.Point> corners = new ArrayList<>();
    in.expectSymbol("(");
    do {
      corners.add(point());
    } while (in.acceptSymbol(","));
    in.expectSymbol(")");
    return TokenStream.make(start, () -> new GeoTest.Region(corners));
  }

  private Set<DayOfWeek> weekdays() {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    in.expectSymbol("(");
    do {
      days.add(weekday());
    } while (in.acceptSymbol(","));
    in.expectSymbol(")");
    return days;
  }

  private DayOfWeek weekday() {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (in.accept(day.name().toLowerCase(Locale.ROOT))) {
        return day;
      }
    }
    throw in.error();
  }

  private GeoTest.Point point() {
    Token start = in.peek();
    in.expectSymbol("(");
    BigDecimal latitude = literals.decimal();
    in.expectSymbol(",");
    BigDecimal longitude = literals.decimal();
    in.expectSymbol(")");
    return TokenStream.make(start, () -> new GeoTest.Point(latitude, longitude));
  }
}

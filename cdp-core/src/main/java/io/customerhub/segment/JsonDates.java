package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads tests of dates and places from trees of JSON. */
final class JsonDates {

  private JsonDates() {}

  /** Returns the test, or null if none of these keys is there. */
  static @Nullable ValueTest test(JsonObject in) {
    for (DateTest.Side side : DateTest.Side.values()) {
      String key = JsonTestWriter.lower(side);
      if (in.has(key)) {
        Temporal date = parsed(in, key, "a day or an instant", JsonDates::date);
        return JsonTests.made(in, () -> new DateTest.Relative(side, date));
      }
    }
    for (DateTest.Place place : DateTest.Place.values()) {
      if (in.has(JsonTestWriter.lower(place))) {
        in.mustBeTrue(JsonTestWriter.lower(place));
        return new DateTest.Now(place);
      }
    }
    for (DateTest.Reach reach : DateTest.Reach.values()) {
      if (in.has(JsonTestWriter.key(reach))) {
        String span = in.text(JsonTestWriter.key(reach));
        return JsonTests.made(in, () -> new DateTest.Within(reach, JsonSpan.read(span)));
      }
    }
    return calendar(in);
  }

  static Instant instant(JsonObject in, String key) {
    return parsed(in, key, "an instant of ISO 8601 in UTC", Instant::parse);
  }

  private static @Nullable ValueTest calendar(JsonObject in) {
    if (in.has("onDay")) {
      LocalDate day = parsed(in, "onDay", "a day of ISO 8601", LocalDate::parse);
      return JsonTests.made(in, () -> new DateTest.OnDay(day));
    }
    if (in.has("anniversaryInNext")) {
      String span = in.text("anniversaryInNext");
      return JsonTests.made(in, () -> new DateTest.Anniversary(JsonSpan.read(span)));
    }
    if (in.has("dayOfWeek")) {
      Set<DayOfWeek> days =
          new TreeSet<>(in.list("dayOfWeek", one -> JsonTests.constant(one, DayOfWeek.class)));
      return JsonTests.made(in, () -> new DateTest.Weekday(days));
    }
    if (in.has("partOfDay")) {
      JsonObject part = in.object("partOfDay");
      LocalTime from = parsed(part, "from", "a time of day", LocalTime::parse);
      LocalTime to = parsed(part, "to", "a time of day", LocalTime::parse);
      return part.make(() -> new DateTest.PartOfDay(from, to));
    }
    return place(in);
  }

  private static @Nullable ValueTest place(JsonObject in) {
    if (in.has("near")) {
      JsonObject near = in.object("near");
      BigDecimal latitude = near.decimal("lat");
      BigDecimal longitude = near.decimal("lon");
      BigDecimal km = near.decimal("km");
      return near.make(() -> new GeoTest.Near(new GeoTest.Point(latitude, longitude), km));
    }
    if (!in.has("region")) {
      return null;
    }
    List<GeoTest.Point> corners = in.list("region", JsonDates::point);
    return JsonTests.made(in, () -> new GeoTest.Region(corners));
  }

  private static GeoTest.Point point(JsonObject.Element element) {
    JsonObject in = new JsonObject(element.path(), element.node());
    BigDecimal latitude = in.decimal("lat");
    BigDecimal longitude = in.decimal("lon");
    return in.make(() -> new GeoTest.Point(latitude, longitude));
  }

  private static Temporal date(String text) {
    return text.indexOf('T') < 0 ? LocalDate.parse(text) : Instant.parse(text);
  }

  private static <T> T parsed(JsonObject in, String key, String called, Function<String, T> parse) {
    String text = in.text(key);
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      throw new SegmentJsonException(in.at(key), "expected " + called, e);
    }
  }
}

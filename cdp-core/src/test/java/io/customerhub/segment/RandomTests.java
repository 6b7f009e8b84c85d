package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random tests of values, and values that often meet them. */
final class RandomTests {

  static final List<String> NAMES = List.of("plan", "a.b", "größe", "not", "it's");
  static final List<Object> SCALARS =
      List.of(
          "gold",
          "Gold",
          "it's \"x\"\n",
          "\u00e9t\u00e9",
          "",
          new BigDecimal("1"),
          new BigDecimal("2.50"),
          new BigDecimal("-3"),
          new BigDecimal("99999999999999999999"),
          true,
          false);
  private static final List<String> PATTERNS =
      List.of("G*", "?old", "*", "it's*", "\\*", "*t*", "");
  private static final List<String> REGEXES =
      List.of("[Gg]old", "g.*", "", "(it|\u00e9).*", "a{2}");

  private final Random random;

  RandomTests(Random random) {
    this.random = random;
  }

  /** A value such as facts have: a scalar, a date, a place, or a list or map of values. */
  Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 8)) {
      case 0, 1, 2 -> date();
      case 8 -> list(depth);
      case 9 -> random.nextBoolean() ? map(depth) : place();
      default -> one(SCALARS);
    };
  }

  private List<Object> list(int depth) {
    List<Object> list = new ArrayList<>();
    while (random.nextInt(3) > 0) {
      list.add(value(depth - 1));
    }
    return list;
  }

  Map<String, Object> map(int depth) {
    Map<String, Object> map = new HashMap<>();
    while (random.nextInt(4) > 0) {
      map.put(one(NAMES), value(depth - 1));
    }
    return map;
  }

  private Map<String, Object> place() {
    return Map.of(
        "lat",
        BigDecimal.valueOf(random.nextInt(41) - 20),
        random.nextBoolean() ? "lon" : "longitude",
        BigDecimal.valueOf(random.nextInt(360) - 180));
  }

  /** Days up to the 26th, as {@link EvaluatorPropertyTest} explains, of some years. */
  String date() {
    LocalDate day =
        random.nextInt(12) == 0
            ? LocalDate.of(2024, 2, 29)
            : LocalDate.of(
                random.nextInt(3) == 0 ? 1999 : 2026,
                1 + random.nextInt(6),
                1 + random.nextInt(26));
    return switch (random.nextInt(4)) {
      case 0 -> day.toString();
      case 1 -> day + "T06:30:00";
      case 2 -> day + "T07:00:00.000001+07:00";
      default -> day + "T07:00:00Z";
    };
  }

  ValueTest test() {
    return test(2);
  }

  private ValueTest test(int depth) {
    ValueTest positive = positive(depth);
    return random.nextInt(4) == 0 ? new ValueTest.Not(positive) : positive;
  }

  private ValueTest positive(int depth) {
    Object value = one(SCALARS);
    Folding folding = value instanceof String ? folding() : Folding.EXACT;
    return switch (random.nextInt(depth > 0 ? 14 : 11)) {
      case 0 -> random.nextBoolean() ? ValueTest.EXISTS : ValueTest.EMPTY;
      case 1 -> new ValueTest.In(values(folding), folding);
      case 2 -> text();
      case 3 ->
          random.nextBoolean() ? new ValueTest.Between(1, 5) : new ValueTest.Between("G", "h");
      case 4 -> new CompareTrait(one(List.of(ValueTest.Op.values())), one(NAMES), folding());
      case 5, 6, 7 -> dateTest();
      case 8 -> geoTest();
      case 11 ->
          new ListTest.Has(one(List.of(ListTest.Quantifier.values())), values(folding), folding);
      case 12 ->
          random.nextInt(3) == 0
              ? new ListTest.Size(numberTest())
              : new ListTest.Elements(one(List.of(ListTest.Quantifier.values())), test(depth - 1));
      case 13 -> new ListTest.Fields(properties(depth - 1));
      default ->
          new ValueTest.Compare(
              value instanceof Boolean ? ValueTest.Op.EQ : one(List.of(ValueTest.Op.values())),
              value,
              folding);
    };
  }

  List<PropertyTest> properties(int depth) {
    List<PropertyTest> tests = new ArrayList<>();
    do {
      tests.add(new PropertyTest(one(NAMES), test(depth)));
    } while (random.nextInt(4) == 0);
    return tests;
  }

  ValueTest numberTest() {
    ValueTest test =
        random.nextInt(3) == 0
            ? new ValueTest.Between(random.nextInt(3), 3 + random.nextInt(3))
            : new ValueTest.Compare(
                one(List.of(ValueTest.Op.values())), random.nextInt(5), Folding.EXACT);
    return random.nextInt(4) == 0 ? new ValueTest.Not(test) : test;
  }

  private ValueTest text() {
    if (random.nextInt(4) == 0) {
      return new Matches(one(REGEXES), random.nextBoolean());
    }
    ValueTest.Part part = one(List.of(ValueTest.Part.values()));
    List<String> texts =
        part == ValueTest.Part.LIKE ? PATTERNS : List.of("G", "it's", "", "\u00c9te");
    return new ValueTest.Text(part, one(texts), folding());
  }

  private DateTest dateTest() {
    return switch (random.nextInt(8)) {
      case 0 ->
          new DateTest.Relative(
              one(List.of(DateTest.Side.values())),
              random.nextBoolean() ? day() : Instant.parse(day() + "T07:00:00Z"));
      case 1 -> new DateTest.OnDay(day());
      case 2 -> new DateTest.Now(one(List.of(DateTest.Place.values())));
      case 3, 4 -> new DateTest.Within(one(List.of(DateTest.Reach.values())), span());
      case 5 -> new DateTest.Anniversary(calendarSpan());
      case 6 ->
          new DateTest.Weekday(EnumSet.of(one(List.of(DayOfWeek.values())), DayOfWeek.FRIDAY));
      default ->
          new DateTest.PartOfDay(
              LocalTime.of(random.nextInt(12), 30), LocalTime.of(6, 30 + random.nextInt(20) + 1));
    };
  }

  private LocalDate day() {
    return LocalDate.of(2026, 1 + random.nextInt(5), 1 + random.nextInt(26));
  }

  private GeoTest geoTest() {
    if (random.nextBoolean()) {
      return new GeoTest.Near(
          GeoTest.Point.of(random.nextInt(20) + 0.5, random.nextInt(360) - 179.5),
          BigDecimal.valueOf(100L * random.nextInt(150) + 1));
    }
    double lat = random.nextInt(20) - 15.5;
    double lon = random.nextInt(120) - 179.5;
    return new GeoTest.Region(
        List.of(
            GeoTest.Point.of(lat, lon),
            GeoTest.Point.of(lat, wrapped(lon + 100)),
            GeoTest.Point.of(lat + 15, wrapped(lon + 60)),
            GeoTest.Point.of(lat + 12, wrapped(lon - 33))));
  }

  private static double wrapped(double lon) {
    return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
  }

  Span span() {
    return switch (random.nextInt(5)) {
      case 0 -> Conditions.hours(1 + random.nextInt(1_000));
      case 1 -> Conditions.seconds(1 + random.nextInt(3_000_000));
      default -> calendarSpan();
    };
  }

  Span calendarSpan() {
    return switch (random.nextInt(3)) {
      case 0 -> Conditions.days(1 + random.nextInt(60));
      case 1 -> Conditions.weeks(1 + random.nextInt(5));
      default -> Conditions.months(1 + random.nextInt(4));
    };
  }

  private Folding folding() {
    return random.nextBoolean() ? Folding.EXACT : one(List.of(Folding.values()));
  }

  private Set<Object> values(Folding folding) {
    Set<Object> values = new LinkedHashSet<>();
    do {
      Object value = one(SCALARS);
      values.add(folding != Folding.EXACT && !(value instanceof String) ? "gold" : value);
    } while (random.nextInt(3) > 0);
    return values;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}

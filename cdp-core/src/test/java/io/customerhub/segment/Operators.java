package io.customerhub.segment;

import static io.customerhub.segment.Conditions.*;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Every operator, as it is written in Java; the table of the documentation is made of this, the
 * Java in it being the source below.
 */
final class Operators {

  /**
   * An operator.
   *
   * @param group the heading it stands under
   * @param name what it is called
   * @param condition an example
   */
  record Row(String group, String name, Condition condition) {}

  static final List<Row> ROWS =
      List.of(
          row("Logic", "all", all(trait("a").eq(1), trait("b").eq(2))),
          row("Logic", "any", any(trait("a").eq(1), trait("b").eq(2))),
          row("Logic", "none", none(trait("a").eq(1), trait("b").eq(2))),
          row("Logic", "not", not(trait("a").eq(1))),
          row("Logic", "at least k of n", atLeast(2, trait("a").eq(1), trait("b").eq(2))),
          row("Compare", "equal", trait("plan").eq("gold")),
          row("Compare", "not equal, or missing", trait("plan").ne("gold")),
          row("Compare", "less", trait("age").lt(18)),
          row("Compare", "less or equal", trait("age").lte(18)),
          row("Compare", "greater", trait("age").gt(18)),
          row("Compare", "greater or equal", trait("age").gte(18)),
          row("Compare", "between", trait("age").between(18, 30)),
          row("Compare", "in", trait("country").in("VN", "TH")),
          row("Compare", "not in, or missing", trait("country").notIn("VN", "TH")),
          row("Compare", "exists", trait("email").exists()),
          row("Compare", "missing", trait("email").missing()),
          row("Compare", "is empty", trait("notes").isEmpty()),
          row("Compare", "with another trait", trait("billing_city").eqTrait("shipping_city")),
          row("Compare", "held for", trait("plan").eq("gold").heldFor(days(30))),
          row("Text", "contains", trait("title").contains("manager")),
          row("Text", "does not contain", trait("title").doesNotContain("manager")),
          row("Text", "starts with", trait("zip").startsWith("70")),
          row("Text", "ends with", trait("email").endsWith("@example.com")),
          row("Text", "like (wildcards)", trait("email").like("*@example.???")),
          row("Text", "matches (RE2)", trait("sku").matches("[A-Z]{2}-[0-9]+")),
          row("Text", "ignoring case", trait("city").ignoringCase().eq("london")),
          row("Text", "ignoring accents", trait("city").ignoringAccents().eq("Ha Noi")),
          row("List", "has any", trait("tags").hasAny("vip", "press")),
          row("List", "has all", trait("tags").hasAll("vip", "press")),
          row("List", "has none", trait("tags").hasNone("vip", "press")),
          row("List", "size", trait("tags").size().gte(3)),
          row("List", "any element", trait("scores").anyElement().gt(5)),
          row("List", "every element", trait("scores").everyElement().gt(5)),
          row("List", "any match", trait("items").anyMatch(property("sku").eq("a"))),
          row("List", "all match", trait("items").allMatch(property("sku").eq("a"))),
          row("List", "fields of a map", trait("address").with(property("city").eq("Hue"))),
          row("Date", "before a day", trait("born").before(LocalDate.of(2000, 1, 1))),
          row("Date", "after an instant", trait("seen").after(Instant.EPOCH)),
          row("Date", "on a day", trait("born").onDay(LocalDate.of(2000, 1, 1))),
          row("Date", "in the past", trait("renewal").inPast()),
          row("Date", "in the future", trait("renewal").inFuture()),
          row("Date", "in the last", trait("renewal").inLast(days(7))),
          row("Date", "in the next", trait("renewal").inNext(days(7))),
          row("Date", "older than", trait("born").olderThan(years(18))),
          row("Date", "anniversary", trait("born").anniversaryInNext(weeks(2))),
          row("Date", "day of the week", trait("slot").onWeekday(DayOfWeek.MONDAY)),
          row(
              "Date",
              "part of the day",
              trait("slot").atTimeOfDay(LocalTime.of(22, 0), LocalTime.of(6, 30))),
          row("Place", "near", trait("home").near(GeoTest.Point.of(10.77, 106.69), 2.5)),
          row(
              "Place",
              "in a region",
              trait("home")
                  .inRegion(
                      GeoTest.Point.of(0, 0), GeoTest.Point.of(0, 2), GeoTest.Point.of(2, 0))),
          row("Event", "did", event("Order")),
          row("Event", "did not", event("Order").none()),
          row("Event", "with properties", event("Order").where(property("total").gt(50))),
          row("Event", "exactly", event("Order").exactly(2)),
          row("Event", "at least", event("Order").atLeast(2)),
          row("Event", "at most, and so none", event("Order").atMost(2)),
          row("Event", "between", event("Order").between(2, 5)),
          row("Event", "for the first time", event("Order").inLast(days(30)).firstTime()),
          row("Window", "in the last", event("Order").inLast(days(90))),
          row(
              "Window",
              "between dates",
              event("Order")
                  .during(
                      Instant.parse("2026-01-01T00:00:00Z"),
                      Instant.parse("2026-02-01T00:00:00Z"))),
          row("Window", "today", event("Order").in(Window.TODAY)),
          row("Window", "yesterday", event("Order").in(Window.YESTERDAY)),
          row("Window", "this period", event("Order").in(Window.current(Period.MONTH))),
          row("Window", "last period", event("Order").in(Window.previous(Period.QUARTER))),
          row(
              "Window",
              "since the first",
              event("Order").in(Window.sinceFirst(Selection.event("Signed Up")))),
          row(
              "Window",
              "since the last",
              event("Order").in(Window.sinceLast(Selection.event("Signed Up")))),
          row("Aggregate", "count", event("Order").times().gt(3)),
          row("Aggregate", "sum", event("Order").sum("total").gt(200)),
          row("Aggregate", "average", event("Order").avg("total").between(10, 20)),
          row("Aggregate", "minimum", event("Order").min("total").lt(5)),
          row("Aggregate", "maximum", event("Order").max("total").ne(5)),
          row("Aggregate", "distinct count", event("Order").distinctCount("sku").gte(3)),
          row("Aggregate", "distinct days", event("Order").distinctDays().gte(3)),
          row("Aggregate", "first", event("Order").first("plan").eq("gold")),
          row("Aggregate", "last", event("Order").last("plan").in("gold", "silver")),
          row("Aggregate", "most frequent", event("Order").mostFrequent("sku").eq("a")),
          row("Rhythm", "last did, more than", event("Order").lastMoreThan(days(30))),
          row("Rhythm", "last did, less than", event("Order").lastLessThan(days(30))),
          row("Rhythm", "regularly", event("Order").regularly(3, 4, Span.Unit.WEEK)),
          row("Rhythm", "stopped", event("Order").stopped(days(30), 3, days(90))),
          row("Rhythm", "resumed", event("Order").inLast(days(7)).resumedAfter(days(30))),
          row("Rhythm", "streak", event("Visit").streak(5, Period.DAY)),
          row(
              "Rhythm",
              "interval",
              event("Order").interval(PatternCondition.Interval.AVERAGE, ValueTest.Op.LT, days(7))),
          row("Sequence", "then", sequence("Cart").then("Order")),
          row("Sequence", "then not, within", sequence("Cart").thenNot("Order").within(hours(2))),
          row("Sequence", "same property", sequence("Cart").then("Order").withSame("cart_id")),
          row("Sequence", "nothing in between", sequence("Cart").then("Order").strictly()),
          row(
              "Sequence",
              "times, in a window",
              sequence("Cart").then("Order").times(Count.atLeast(2)).inLast(days(7))),
          row("Segment", "in", in("vip")),
          row("Segment", "not in", notIn("vip")),
          row("Segment", "entered", enteredInLast("vip", days(7))),
          row("Segment", "left", leftInLast("vip", days(7))),
          row("Segment", "was in at", wasIn("vip", Instant.parse("2026-01-31T00:00:00Z"))),
          row("Segment", "was in so long ago", wasIn("vip", days(30))),
          row("Person", "a share of all", random("experiment-1", 10)),
          row("Person", "is anonymous", isAnonymous()),
          row("Person", "has an identifier", hasIdentifier("email")),
          row("Person", "merged", mergedInLast(days(30))),
          row("Person", "consent granted", consent("email.marketing").granted()),
          row("Person", "consent denied", consent("news").by("sms").denied()),
          row("Person", "never asked", consent("email.marketing").unknown()),
          row("Person", "RFM score", rfm(RfmCondition.Part.RECENCY).gte(4)),
          row("Person", "predicted purchases", predictedPurchases(days(90)).gte(2)),
          row("Person", "predicted value", predictedValue(days(365)).gt(500)),
          row("Person", "probability alive", probabilityAlive().lt(0.3)),
          row("Records", "has", has("deal").where(property("status").eq("open"))),
          row("Records", "has none", has("interaction").inLast(days(14)).none()),
          row("Records", "aggregate", has("deal").sum("amount").gt(5000)));

  private Operators() {}

  private static Row row(String group, String name, Condition condition) {
    return new Row(group, name, condition);
  }
}

package io.customerhub.examples.quickstart.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What goes wrong on the way: placeholders in place of ids, lines twice, broken lines. */
final class ShopNoise {

  /** A line and when the log received it. */
  record Line(Instant arrival, String text) {}

  static final int REDELIVERED = 150;

  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  private final Dice dice;
  private final List<ShopEvent> events;
  private final List<ShopEvent> loggedIn;

  ShopNoise(Dice dice, List<ShopEvent> events) {
    this.dice = dice;
    this.events = events;
    this.loggedIn = events.stream().filter(ShopNoise::ofAccountPage).toList();
  }

  /** Returns messages of true people with an id that is nobody's. */
  List<ShopEvent> poison() {
    List<ShopEvent> poison = new ArrayList<>();
    repeat(12, () -> poison.add(viewed(Map.of("userId", "undefined"))));
    repeat(8, () -> poison.add(viewed(Map.of("userId", "null"))));
    repeat(12, () -> poison.add(viewed(Map.of("anonymousId", NOBODY))));
    repeat(2, () -> poison.add(viewed(Map.of("anonymousId", NOBODY, "userId", "undefined"))));
    repeat(10, () -> poison.add(identified()));
    return poison;
  }

  /** Returns lines that were delivered before, unchanged. */
  List<Line> redelivered() {
    List<Line> again = new ArrayList<>();
    repeat(REDELIVERED, () -> again.add(later(dice.pick(events))));
    return again;
  }

  /** Returns lines that have to be refused, each for its reason. */
  List<Line> bad() {
    List<Line> bad = new ArrayList<>();
    repeat(3, () -> bad.add(line(line -> line.substring(0, line.length() - dice.between(9, 90)))));
    repeat(
        2,
        () -> bad.add(line(line -> line.replaceFirst("\"type\":\"\\w+\"", "\"type\":\"trak\""))));
    repeat(2, () -> bad.add(line(line -> line.replaceFirst("\"event\":\"[^\"]+\",", ""))));
    repeat(2, () -> bad.add(time("2026-02-30T25:61:00Z")));
    repeat(1, () -> bad.add(time("yesterday")));
    repeat(2, () -> bad.add(line(line -> "{\"type\":\"page\"," + line.substring(1))));
    repeat(1, () -> bad.add(line(line -> "[\"" + line.length() + "\"]")));
    repeat(1, () -> bad.add(reused()));
    return bad;
  }

  private interface Damage {
    String to(String line);
  }

  private Line line(Damage damage) {
    ShopEvent event = tracked();
    ShopEvent renamed = renamed(event);
    return new Line(event.arrival(), damage.to(renamed.json()));
  }

  private Line time(String text) {
    return line(
        line -> line.replaceFirst("\"timestamp\":\"[^\"]+\"", "\"timestamp\":\"" + text + '"'));
  }

  // The same messageId once more, with another content.
  private Line reused() {
    ShopEvent event = tracked();
    Map<String, Object> other =
        Json.object("event", "Newsletter Opened", "properties", Json.object("edition", 7));
    Instant arrival = event.arrival().plus(Duration.ofMinutes(30));
    return new Line(arrival, event.withBody(other).json());
  }

  private Line later(ShopEvent event) {
    Duration delay = Duration.ofSeconds(dice.between(1, 90_000));
    return new Line(event.arrival().plus(delay), event.json());
  }

  private ShopEvent viewed(Map<String, String> ids) {
    ShopEvent model = renamed(dice.pick(loggedIn));
    model.who().putAll(ids);
    return new ShopEvent(
        "page",
        model.messageId(),
        model.time(),
        model.arrival(),
        model.who(),
        Json.object("name", "Account"),
        model.context());
  }

  private ShopEvent identified() {
    ShopEvent model = renamed(dice.pick(loggedIn));
    return new ShopEvent(
        "identify",
        model.messageId(),
        model.time(),
        model.arrival(),
        model.who(),
        Json.object("traits", Json.object("email", "test@test.com")),
        model.context());
  }

  private ShopEvent renamed(ShopEvent event) {
    Instant time = event.time().plusMillis(dice.between(200, 1_500));
    Map<String, Object> who = Json.object();
    who.putAll(event.who());
    String messageId = dice.fill("s-xxxxxxxxxxxx");
    return new ShopEvent(
        event.type(), messageId, time, event.arrival(), who, event.body(), event.context());
  }

  private ShopEvent tracked() {
    ShopEvent event = dice.pick(events);
    while (!event.type().equals("track")) {
      event = dice.pick(events);
    }
    return event;
  }

  private static boolean ofAccountPage(ShopEvent event) {
    return event.who().containsKey("userId") && event.who().containsKey("anonymousId");
  }

  private static void repeat(int times, Runnable action) {
    for (int i = 0; i < times; i++) {
      action.run();
    }
  }
}

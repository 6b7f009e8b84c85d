package io.customerhub.examples.quickstart.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One visit of one person: looks around, perhaps logs in, perhaps buys. */
final class ShopVisit {

  private static final List<String> SEARCHES = List.of("kettle", "tent", "gift", "blanket", "pen");

  private final Person person;
  private final Device device;
  private final Dice dice;
  private final String currency;
  private final List<ShopEvent> events = new ArrayList<>();
  private Instant now;
  private boolean loggedIn;

  ShopVisit(Person person, Device device, Instant start, boolean loggedIn, Dice dice) {
    this.person = person;
    this.device = device;
    this.dice = dice;
    this.currency = person.country().one("currency");
    this.now = start;
    this.loggedIn = loggedIn;
  }

  List<ShopEvent> events() {
    return events;
  }

  /** Opens the shop on a page or screen. */
  void open() {
    Product product = dice.pick(Product.ALL);
    String name = dice.chance(0.4) ? "Home" : product.category();
    add(device.app() ? "screen" : "page", path(name), Json.object("name", name));
  }

  /** Logs in: from here on the messages carry both ids. */
  void logIn(Map<String, Object> traits) {
    loggedIn = true;
    add("identify", "/login", Json.object("traits", traits));
  }

  /** Logs in as an app does that says so by an alias first. */
  void aliasAndLogIn(Map<String, Object> traits) {
    Map<String, Object> who =
        Json.object("previousId", device.anonymousId(), "userId", person.userId());
    add("alias", "/login", who, Json.object());
    logIn(traits);
  }

  /** Belongs to a company. */
  void join(Company company) {
    Map<String, Object> traits =
        Json.object(
            "name", company.name(),
            "industry", company.industry(),
            "employees", company.employees());
    add("group", "/account", Json.object("groupId", company.id(), "traits", traits));
  }

  /** Looks at things; a logged-in visitor may buy. */
  void browse() {
    if (dice.chance(0.12)) {
      track("Products Searched", "/search", Json.object("query", dice.pick(SEARCHES)));
    }
    Product seen = dice.pick(Product.ALL);
    for (int more = dice.streak(0.26, 3); more >= 0; more--) {
      seen = dice.pick(Product.ALL);
      track("Product Viewed", path(seen.id()), seen.properties(currency));
    }
    if (dice.chance(0.42)) {
      track("Product Added", path(seen.id()), seen.properties(currency));
      checkOut(seen);
    }
  }

  private void checkOut(Product product) {
    if (!loggedIn || !dice.chance(0.7)) {
      return;
    }
    int quantity = 1 + dice.streak(0.2, 3);
    String orderId = dice.fill("O-xxxxxxx");
    Map<String, Object> order =
        Json.object(
            "order_id",
            orderId,
            "revenue",
            product.price(currency).multiply(BigDecimal.valueOf(quantity)),
            "currency",
            currency,
            "products",
            List.of(product.line(currency, quantity)));
    track("Checkout Started", "/checkout", Json.object("order_id", orderId));
    if (dice.chance(0.8)) {
      track("Order Completed", "/checkout/done", order);
      refund(orderId);
    }
  }

  private void refund(String orderId) {
    if (dice.chance(0.05)) {
      now = now.plus(Duration.ofDays(dice.between(3, 20)));
      track("Order Refunded", "/account/orders", Json.object("order_id", orderId));
    }
  }

  private void track(String event, String path, Map<String, Object> properties) {
    add("track", path, Json.object("event", event, "properties", properties));
  }

  private void add(String type, String path, Map<String, Object> body) {
    Map<String, Object> who = Json.object("anonymousId", device.anonymousId());
    if (loggedIn) {
      who.put("userId", person.userId());
    }
    add(type, path, who, body);
  }

  // Nothing may come from the future: a late refund is simply not in the sample.
  private void add(String type, String path, Map<String, Object> who, Map<String, Object> body) {
    if (now.isBefore(Period.END)) {
      String messageId = dice.fill("s-xxxxxxxxxxxx");
      events.add(new ShopEvent(type, messageId, now, arrival(), who, body, context(path)));
    }
    now = now.plusMillis(dice.between(2_000, 140_000));
  }

  // A phone without a connection delivers later.
  private Instant arrival() {
    return dice.chance(0.02) ? now.plus(Duration.ofMinutes(dice.between(5, 2_000))) : now;
  }

  private Map<String, Object> context(String path) {
    Map<String, Object> context = Json.object("truth", person.id());
    if (!device.app()) {
      context.put("page", Json.object("path", path));
    }
    context.put("library", Json.object("name", device.app() ? "shop-app" : "shop-web"));
    return context;
  }

  private static String path(String name) {
    return name.equals("Home") ? "/" : "/" + name.toLowerCase(Locale.ROOT);
  }
}

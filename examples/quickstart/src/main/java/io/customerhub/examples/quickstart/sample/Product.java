package io.customerhub.examples.quickstart.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** A thing that the shop sells. */
record Product(String id, String name, String category, int cents) {

  static final List<Product> ALL =
      List.of(
          new Product("P-101", "Pour-over kettle", "Kitchen", 5490),
          new Product("P-102", "Cast iron pan", "Kitchen", 4250),
          new Product("P-103", "Walnut board", "Kitchen", 2990),
          new Product("P-104", "Spice set", "Kitchen", 1850),
          new Product("P-105", "Espresso machine", "Kitchen", 38900),
          new Product("P-201", "Linen sheets", "Home", 8990),
          new Product("P-202", "Wool blanket", "Home", 7450),
          new Product("P-203", "Reading lamp", "Home", 6400),
          new Product("P-204", "Oak shelf", "Home", 15900),
          new Product("P-301", "Rain jacket", "Outdoor", 12990),
          new Product("P-302", "Trail shoes", "Outdoor", 11900),
          new Product("P-303", "Two-person tent", "Outdoor", 24900),
          new Product("P-304", "Enamel mug", "Outdoor", 1290),
          new Product("P-401", "Sketchbook", "Paper", 1450),
          new Product("P-402", "Fountain pen", "Paper", 3600),
          new Product("P-403", "Wall calendar", "Paper", 1995));

  /** Returns the price in the customer's currency; dong have no cents. */
  BigDecimal price(String currency) {
    return switch (currency) {
      case "VND" -> BigDecimal.valueOf(cents).multiply(BigDecimal.valueOf(270)).setScale(0);
      case "PLN" -> hundredths(cents * 4);
      case "GBP" -> hundredths(cents * 86 / 100);
      default -> hundredths(cents);
    };
  }

  Map<String, Object> properties(String currency) {
    return Json.object(
        "product_id", id, "name", name, "price", price(currency), "currency", currency);
  }

  Map<String, Object> line(String currency, int quantity) {
    return Json.object(
        "product_id", id, "name", name, "price", price(currency), "quantity", quantity);
  }

  private static BigDecimal hundredths(int cents) {
    return BigDecimal.valueOf(cents, 2).setScale(2, RoundingMode.UNNECESSARY);
  }
}

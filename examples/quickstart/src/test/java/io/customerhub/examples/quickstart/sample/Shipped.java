package io.customerhub.examples.quickstart.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the shipped files. */
final class Shipped {

  private static final Pattern SHOP_TRUTH = Pattern.compile("\"truth\":\"(p\\d{4})\"");
  private static final Pattern MAIL_TRUTH = Pattern.compile(",(?:in|out),(p\\d{4})\n");

  private Shipped() {}

  static byte[] bytes(String file) {
    try (InputStream in = SampleData.class.getResourceAsStream("/sample/" + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  static List<String> shop() {
    return text("shop-events.jsonl").lines().toList();
  }

  /**
   * Returns the rows with as many columns as the header; no value of these two files has a comma.
   */
  static List<Map<String, String>> rows(String file) {
    List<String> lines = text(file).lines().toList();
    List<String> header = List.of(lines.get(0).split(",", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> values = List.of(line.split(",", -1));
      if (values.size() == header.size()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          row.put(header.get(i), values.get(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  static Set<String> peopleOfShop() {
    return found(SHOP_TRUTH, text("shop-events.jsonl"));
  }

  static Set<String> peopleOfMailbox() {
    return found(MAIL_TRUTH, text("support-mailbox.csv"));
  }

  static Set<String> peopleOfLoyalty() {
    return rows("loyalty-cards.csv").stream()
        .map(row -> row.get("truth"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      found.add(matcher.group(1));
    }
    return found;
  }
}

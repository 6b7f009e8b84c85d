package io.customerhub.value;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Purchases of CDs in 1997 and 1998, the data of the papers; where it is at hand. */
final class Cdnow {

  /** The last day of the calibration period. */
  static final LocalDate END = LocalDate.of(1997, 9, 30);

  private Cdnow() {}

  /** Returns the published summaries, in weeks. */
  static List<PurchaseSummary> summaries() {
    List<PurchaseSummary> all = new ArrayList<>();
    for (String line : lines("cdnow_customers_summary_with_transactions.csv").subList(1, 2358)) {
      String[] cells = line.split(",");
      all.add(
          new PurchaseSummary(
              Long.parseLong(cells[1]), number(cells[2]), number(cells[3]), number(cells[4])));
    }
    return all;
  }

  /** Returns each customer's purchases, in the order of the summaries. */
  static Map<Integer, List<Purchase>> purchases() {
    Map<Integer, List<Purchase>> all = new TreeMap<>();
    for (String line : lines("CDNOW_sample.txt")) {
      String[] cells = line.strip().split("\\s+");
      LocalDate day = LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE);
      all.computeIfAbsent(Integer.valueOf(cells[1]), id -> new ArrayList<>())
          .add(new Purchase(day.atTime(12, 0).toInstant(ZoneOffset.UTC), new BigDecimal(cells[4])));
    }
    return all;
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }

  private static List<String> lines(String file) {
    String folder = System.getProperty("customerhub.shared.data");
    assumeTrue(folder != null, "set customerhub.shared.data to run this");
    Path path = Path.of(folder, "cdnow", file);
    assumeTrue(Files.isReadable(path), "no file cdnow/" + file);
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

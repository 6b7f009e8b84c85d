package io.customerhub.identity.batch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.customerhub.event.Identifier;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.identity.MatchFields;
import io.customerhub.identity.Normalized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Records of a public data set, and the person that each is of. */
record LabelledRecords(List<Row> rows) {

  /** One row. */
  record Row(String id, String person, Map<String, String> fields, List<Identifier> identifiers) {}

  private static final IdentifierNormalizer NORMALIZER =
      IdentifierNormalizer.create().withDefaultRegion("AU");

  private static final Function<Map<String, String>, String> FEBRL =
      row -> row.get("rec_id").split("-", -1)[1];

  static LabelledRecords named(String name) throws IOException {
    return switch (name) {
      case "febrl1" -> read(FEBRL, Map.of(), "febrl/dataset1.csv");
      case "febrl2" -> read(FEBRL, Map.of(), "febrl/dataset2.csv");
      case "febrl3" -> read(FEBRL, Map.of(), "febrl/dataset3.csv");
      case "febrl4" -> read(FEBRL, Map.of(), "febrl/dataset4a.csv", "febrl/dataset4b.csv");
      case "dsgen_C" ->
          read(
              row -> "" + Integer.parseInt(row.get("rec_id")) / 10,
              Map.of(),
              "dsgen/dataset_C_1000.csv");
      case "fake_1000" ->
          read(row -> row.get("cluster"), Map.of(), "splink_fake_1000/fake_1000.csv");
      case "rldata500" ->
          read(
              row -> row.get("ent_id"),
              Map.of("fname_c1", "given_name", "lname_c1", "surname"),
              "rldata500/RLdata500.csv");
      case "restaurant" ->
          read(
              row -> row.get("unique_id"),
              Map.of("name", "organisation"),
              "restaurant/restaurant-nophone-training.csv");
      case "fodors_zagat" -> fodorsZagat();
      case "cdc_recordlinker" -> recordLinker();
      default -> throw new IllegalArgumentException(name);
    };
  }

  static boolean present() {
    return Files.isDirectory(path("febrl"));
  }

  static Path path(String name) {
    return Path.of(System.getProperty("customerhub.shared.data", "no-shared-data"), name);
  }

  private static LabelledRecords fodorsZagat() throws IOException {
    Map<String, String> partner = new HashMap<>();
    for (Map<String, String> row : lines("fodors_zagat/zeroer_matches_fodors_zagats.csv")) {
      partner.put("z" + row.get("zagats_id"), "f" + row.get("fodors_id"));
    }
    List<Row> rows = new ArrayList<>();
    for (String side : List.of("f", "z")) {
      String file = "fodors_zagat/zeroer_" + (side.equals("f") ? "fodors" : "zagats") + ".csv";
      for (Map<String, String> row : lines(file)) {
        String id = side + row.get("id");
        rows.add(
            row(
                rows.size(),
                partner.getOrDefault(id, id),
                row,
                Map.of("name", "organisation", "addr", "street")));
      }
    }
    return new LabelledRecords(rows);
  }

  /** Known patients, then what came in about them; what its authors leave open is left out. */
  private static LabelledRecords recordLinker() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String file : List.of("nbs_seed", "nbs_test")) {
      for (Map<String, String> row : lines("cdc_recordlinker/" + file + ".csv")) {
        String expected = row.getOrDefault("Expected Result", "match");
        if (!expected.equals("possible_match")) {
          String id = row.get("Match Id");
          String person = expected.equals("match") ? id : "none" + rows.size();
          rows.add(row(rows.size(), person, row, Map.of("FIRST", "given_name", "LAST", "surname")));
        }
      }
    }
    return new LabelledRecords(rows);
  }

  static List<Row> patients(String file) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Map<String, String> row : lines("cdc_recordlinker/" + file + ".csv")) {
      String person = row.getOrDefault("Expected Result", "seed") + "/" + row.get("Match Id");
      rows.add(row(rows.size(), person, row, Map.of("FIRST", "given_name", "LAST", "surname")));
    }
    return rows;
  }

  private static LabelledRecords read(
      Function<Map<String, String>, String> person, Map<String, String> renamed, String... files)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String file : files) {
      for (Map<String, String> line : lines(file)) {
        rows.add(row(rows.size(), person.apply(line), line, renamed));
      }
    }
    return new LabelledRecords(rows);
  }

  private static List<Map<String, String>> lines(String file) throws IOException {
    List<Map<String, String>> lines = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().trimWhitespacesAroundQuotes(true).ofNamedCsvRecord(path(file))) {
      for (NamedCsvRecord line : csv) {
        Map<String, String> row = new TreeMap<>();
        line.getFieldsAsMap().forEach((column, value) -> row.put(column.strip(), value.strip()));
        lines.add(row);
      }
    }
    return lines;
  }

  private static Row row(
      int number, String person, Map<String, String> values, Map<String, String> renamed) {
    Map<String, Object> traits = new TreeMap<>();
    List<Identifier> identifiers = new ArrayList<>();
    values.forEach(
        (column, value) -> {
          if ((column.equals("soc_sec_id") || column.equals("SSN")) && !value.isEmpty()) {
            identifiers.add(Identifier.of("ssn", value));
          } else if (!value.equals("NA")) {
            traits.put(renamed.getOrDefault(column, column), value);
          }
        });
    if (values.containsKey("phone_number")) {
      traits.put("phone", values.get("phone_number"));
    }
    if (values.containsKey("by")) {
      traits.put("birth_date", values.get("by") + "-" + values.get("bm") + "-" + values.get("bd"));
    }
    identifiers.addAll(MatchFields.identifiers(traits));
    List<Identifier> keys =
        identifiers.stream()
            .map(NORMALIZER::normalize)
            .filter(Normalized.Key.class::isInstance)
            .map(key -> ((Normalized.Key) key).identifier())
            .toList();
    return new Row("r" + number, person, MatchFields.from(traits), keys);
  }
}

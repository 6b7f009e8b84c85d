package io.customerhub.identity;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.customerhub.event.Identifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A public data set: its files, which column says who is who, and what its columns are called. */
record LabelledSet(
    List<String> files, Function<Map<String, String>, String> entity, Map<String, String> renamed) {

  /** One row, prepared, and the person it is of. */
  record Row(String entity, MatchRecord record) {}

  private static final Map<String, String> SSN = Map.of("soc_sec_id", "id:ssn");

  private static final IdentifierNormalizer NORMALIZER =
      IdentifierNormalizer.create().withDefaultRegion("AU");

  static LabelledSet named(String name) {
    return switch (name) {
      case "febrl1" -> febrl("febrl/dataset1.csv");
      case "febrl2" -> febrl("febrl/dataset2.csv");
      case "febrl3" -> febrl("febrl/dataset3.csv");
      case "febrl4" -> febrl("febrl/dataset4a.csv", "febrl/dataset4b.csv");
      case "dsgen_A" -> dsgen("dsgen/dataset_A_1000.csv");
      case "dsgen_C" -> dsgen("dsgen/dataset_C_1000.csv");
      case "fake_1000" ->
          new LabelledSet(
              List.of("splink_fake_1000/fake_1000.csv"), row -> row.get("cluster"), Map.of());
      case "rldata500" ->
          new LabelledSet(
              List.of("rldata500/RLdata500.csv"),
              row -> row.get("ent_id"),
              Map.of("fname_c1", "given_name", "lname_c1", "surname"));
      case "restaurant" ->
          new LabelledSet(
              List.of("restaurant/restaurant-nophone-training.csv"),
              row -> row.get("unique_id"),
              Map.of("name", "organisation"));
      default -> throw new IllegalArgumentException(name);
    };
  }

  List<Row> read() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String file : files) {
      try (CsvReader<NamedCsvRecord> csv =
          CsvReader.builder()
              .trimWhitespacesAroundQuotes(true)
              .ofNamedCsvRecord(SharedData.path(file))) {
        csv.forEach(line -> rows.add(row(trimmed(line.getFieldsAsMap()))));
      }
    }
    return rows;
  }

  private Row row(Map<String, String> values) {
    Map<String, Object> traits = new TreeMap<>();
    List<Identifier> identifiers = new ArrayList<>();
    values.forEach(
        (column, value) -> {
          String name = renamed.getOrDefault(column, column);
          if (name.startsWith("id:") && !value.isEmpty()) {
            identifiers.add(Identifier.of(name.substring(3), value));
          } else if (!value.equals("NA")) {
            traits.put(name, value);
          }
        });
    if (values.containsKey("by")) {
      traits.put("birth_date", values.get("by") + "-" + values.get("bm") + "-" + values.get("bd"));
    }
    identifiers.addAll(MatchFields.identifiers(traits));
    return new Row(
        entity.apply(values), MatchRecord.of(MatchFields.from(traits), keys(identifiers)));
  }

  private static List<Identifier> keys(List<Identifier> identifiers) {
    return identifiers.stream()
        .map(NORMALIZER::normalize)
        .filter(Normalized.Key.class::isInstance)
        .map(key -> ((Normalized.Key) key).identifier())
        .toList();
  }

  private static Map<String, String> trimmed(Map<String, String> line) {
    Map<String, String> row = new TreeMap<>();
    line.forEach((column, value) -> row.put(column.strip(), value.strip()));
    return row;
  }

  private static LabelledSet febrl(String... files) {
    return new LabelledSet(List.of(files), row -> row.get("rec_id").split("-", -1)[1], SSN);
  }

  private static LabelledSet dsgen(String file) {
    return new LabelledSet(
        List.of(file), row -> "" + Integer.parseInt(row.get("rec_id")) / 10, SSN);
  }
}

package io.customerhub.examples.resolve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked for. */
record Options(
    List<Path> in,
    Map<String, Meaning> map,
    String truth,
    boolean organisations,
    @Nullable Path out,
    @Nullable Path explain) {

  static final String USAGE =
      """
      Finds the people or organisations in CSV files. Columns of a file without a header are called
      column1, column2 and so on.

      java -jar resolve.jar --in a.csv [b.csv ...]
          [--map column=meaning ...]   what a column means; otherwise guessed and shown
          [--truth column[:regex]]     the column that says who is who; the regex's group is compared
          [--organisations]            the records are of companies, and names in them of contacts
          [--out clusters.csv]         cluster, score and reason per row
          [--explain out.html]         a page that shows some clusters and why

      meanings: given_name middle_name surname name suffix birth_date birth_year birth_month birth_day
          house_number street postcode city state country organisation email phone gender
          website vat_id id row_id ignored
      """;

  private static final List<String> KNOWN =
      List.of("--in", "--map", "--truth", "--organisations", "--out", "--explain");

  static Options parse(String... args) {
    Map<String, List<String>> values = new HashMap<>();
    List<String> current = new ArrayList<>();
    for (String arg : args) {
      if (arg.startsWith("--")) {
        current = values.computeIfAbsent(arg, a -> new ArrayList<>());
      } else {
        current.add(arg);
      }
    }
    List<Path> in = values.getOrDefault("--in", List.of()).stream().map(Path::of).toList();
    for (String name : values.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new UsageException("unknown option " + name);
      }
    }
    if (in.isEmpty()) {
      throw new UsageException("--in: expected at least one file");
    }
    return new Options(
        in,
        map(values.getOrDefault("--map", List.of())),
        String.join("", values.getOrDefault("--truth", List.of())),
        values.containsKey("--organisations"),
        path(values, "--out"),
        path(values, "--explain"));
  }

  private static Map<String, Meaning> map(List<String> pairs) {
    Map<String, Meaning> map = new HashMap<>();
    for (String pair : pairs) {
      int at = pair.lastIndexOf('=');
      if (at < 1) {
        throw new UsageException("--map: expected column=meaning, found " + pair);
      }
      map.put(pair.substring(0, at), Meaning.named(pair.substring(at + 1)));
    }
    return map;
  }

  private static @Nullable Path path(Map<String, List<String>> values, String name) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > 1 || (values.containsKey(name) && given.isEmpty())) {
      throw new UsageException(name + ": expected one file");
    }
    return given.isEmpty() ? null : Path.of(given.get(0));
  }
}

package io.customerhub.examples.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape in which a file arrives hardly changes how well people are found in it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RobustnessTest {

  private static final Pattern F1 = Pattern.compile("\"f1\":([\\d.]+)");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"febrl", "dsgen", "fake", "rldata"})
  void the_shape_of_a_file_hardly_matters(String set) throws IOException {
    Sheet sheet = sheet(set);
    List<String> table = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    double clean = -1;
    for (Map.Entry<String, Function<Sheet, Shapes.Arrived>> shape : Shapes.all().entrySet()) {
      double f1;
      try {
        f1 = f1(shape.getValue().apply(sheet));
      } catch (IndexOutOfBoundsException columnIsNotThere) {
        continue;
      }
      clean = clean < 0 ? f1 : clean;
      String line = String.format(Locale.ROOT, "%-8s %-40s F1 %.4f", set, shape.getKey(), f1);
      table.add(line);
      boolean less = shape.getKey().startsWith("without");
      if (!less && f1 < clean - 0.03) {
        bad.add(line);
      }
    }
    table.forEach(System.out::println);
    assertThat(bad).as("shapes that lost more than 0.03 of %.4f", clean).isEmpty();
  }

  private double f1(Shapes.Arrived arrived) throws IOException {
    List<String> args = new ArrayList<>(List.of("--in"));
    for (byte[] file : arrived.files()) {
      args.add(Files.write(folder.resolve("file" + args.size() + ".csv"), file).toString());
    }
    args.addAll(List.of("--truth", arrived.truth()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code = new Resolve(print, print).run(args.toArray(String[]::new));
    String said = out.toString(StandardCharsets.UTF_8);
    Matcher matcher = F1.matcher(said);
    return code == 0 && matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
  }

  private static Sheet sheet(String set) throws IOException {
    return switch (set) {
      case "febrl" ->
          read(
              "febrl/dataset1.csv",
              "given_name surname street_number address_1 suburb postcode state date_of_birth",
              "given_name surname street_number street city postcode state birth_date",
              row -> row.get("rec_id").split("-", -1)[1]);
      case "dsgen" ->
          read(
              "dsgen/dataset_C_1000.csv",
              "given_name surname street_number address_1 suburb postcode state date_of_birth"
                  + " phone_number",
              "given_name surname street_number street city postcode state birth_date phone",
              row -> "" + Integer.parseInt(row.get("rec_id")) / 10);
      case "fake" ->
          read(
                  "splink_fake_1000/fake_1000.csv",
                  "first_name surname city dob email",
                  "given_name surname city birth_date email",
                  row -> row.get("cluster"))
              .mapped("birth_date", date -> date.replace("-", ""));
      default ->
          read(
              "rldata500/RLdata500.csv",
              "fname_c1 lname_c1 birth",
              "given_name surname birth_date",
              row -> row.get("ent_id"));
    };
  }

  private static Sheet read(
      String file, String from, String to, Function<Map<String, String>, String> truth)
      throws IOException {
    Path path =
        Path.of(System.getProperty("customerhub.shared.data", "no-shared-data")).resolve(file);
    assumeTrue(Files.exists(path), "the shared data folder is not here");
    List<List<String>> rows = new ArrayList<>();
    Table table = Table.read(path, Set.of());
    for (List<String> cells : table.rows()) {
      Map<String, String> named = new HashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        named.put(table.header().get(i), cells.get(i));
      }
      if (named.containsKey("by")) {
        named.put(
            "birth",
            String.format(
                Locale.ROOT,
                "%s%02d%02d",
                named.get("by"),
                Integer.parseInt(named.get("bm")),
                Integer.parseInt(named.get("bd"))));
      }
      List<String> row = new ArrayList<>();
      for (String column : from.split(" ", -1)) {
        row.add(named.getOrDefault(column, ""));
      }
      row.add(truth.apply(named));
      rows.add(row);
    }
    List<String> columns = new ArrayList<>(List.of(to.split(" ", -1)));
    columns.add("truth");
    return new Sheet(columns, rows);
  }
}

package io.customerhub.intake;

import static io.customerhub.intake.Reading.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.customerhub.intake.Parsed.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The lines of the catalogue of bad inputs that are the intake's business. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputsTest {

  private static final Set<String> CATEGORIES =
      Set.of("json", "event", "time", "csv", "text", "number", "hash-dos");

  /** Accepted here; the verdict is another's, or the catalogue leaves the choice. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "EVT-004", "the event store knows which messageIds were used",
          "EVT-011", "the erasure list knows who was erased",
          "MONEY-003",
              "bounds of an amount of money are the ledger's, a property may have 100 digits",
          "TIME-005",
              "ahead of its arrival like TIME-015, and kept with the arrival's time like it",
          "HASH-001",
              "4,096 attributes are over the limit, which the entry allows to reject first");

  private final EventJson json = EventJson.source("test");

  @TestFactory
  List<DynamicTest> entries_get_the_verdict_listed() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(SharedData.path("bad-inputs.jsonl"))) {
      Map<String, Object> entry = object(JsonTree.read(line));
      if (CATEGORIES.contains(entry.get("category"))) {
        tests.add(DynamicTest.dynamicTest((String) entry.get("id"), () -> check(entry)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(100);
    return tests;
  }

  private void check(Map<String, Object> entry) {
    List<Parsed> parsed = assertTimeout(Duration.ofSeconds(5), () -> read(entry));
    String id = (String) entry.get("id");
    Map<String, Object> expect = object(entry.get("expect"));
    if (id.equals("HASH-001")) {
      assertThat(codes(parsed)).containsExactly("TOO_MANY_ATTRIBUTES");
    } else if (ELSEWHERE.containsKey(id) || !expect.get("verdict").equals("REJECT")) {
      assertThat(codes(parsed)).isEmpty();
    } else {
      assertThat(codes(parsed)).containsOnly((String) expect.get("code"));
    }
  }

  private List<Parsed> read(Map<String, Object> entry) {
    String input = entry.containsKey("gen") ? generated(object(entry.get("gen"))) : input(entry);
    return switch ((String) entry.get("category")) {
      case "json", "event", "hash-dos" -> json(entry, input);
      case "csv" -> csv(entry, input);
      case "time" -> track("\"timestamp\":" + quoted(input));
      case "number" ->
          entry.get("target").equals("attribute:money")
              ? csv("trait.x", CellType.NUMBER, "x\n\"" + input + "\"")
              : track("\"properties\":{\"x\":" + quoted(input) + "}");
      default -> text(input);
    };
  }

  /**
   * Documents that are no whole message are made one, so that what is bad about them is reached.
   */
  private List<Parsed> json(Map<String, Object> entry, String input) {
    if (entry.get("kind").equals("value")) {
      return track("\"properties\":{\"x\":" + quoted(input) + "}");
    }
    String whole = input;
    if (input.startsWith("{") && !input.contains("\"type\":")) {
      whole = "{\"type\":\"track\"," + input.substring(1);
    }
    if (whole.contains("\"type\":\"track\"") && !whole.contains("\"event\":")) {
      whole = whole.replaceFirst("\"type\":\"track\"", "\"type\":\"track\",\"event\":\"E\"");
    }
    return json.parse(whole, NOW);
  }

  private List<Parsed> track(String member) {
    return json.parse("{\"type\":\"track\",\"event\":\"E\"," + member + "}", NOW);
  }

  /** Texts longer than a document come by CSV, where a row may be as long. */
  private List<Parsed> text(String input) {
    return input.length() < 200_000
        ? track("\"properties\":{\"x\":" + quoted(input) + "}")
        : overlong(input);
  }

  private List<Parsed> overlong(String input) {
    List<Parsed> parsed = csv("trait.x", CellType.TEXT, "x\n" + input);
    assertThat(codes(parsed)).containsExactly("EVENT_TOO_LARGE");
    return csv("trait.x", CellType.TEXT, "x\n" + input.substring(0, 500_000));
  }

  private static List<Parsed> csv(Map<String, Object> entry, String input) {
    String column = input.substring(0, input.indexOf('\n')).strip().replace("\uFEFF", "");
    // The catalogue's semicolon and "sep=" files are meant for a mapping of column a.
    boolean other = column.contains(";") || column.startsWith("sep=") || column.contains(",");
    String target = other ? "a" : column;
    CsvMapping mapping = CsvMapping.source("test").column(target, "trait.x").build();
    if (object(entry.get("expect")).get("verdict").equals("NEUTRALIZE_ON_EXPORT")) {
      // The cell as a spreadsheet shows it, not as a file has it.
      String cell = input.substring(input.indexOf('\n') + 1);
      List<Parsed> kept =
          csv("trait.x", CellType.TEXT, "x\n\"" + cell.replace("\"", "\"\"") + "\"");
      assertThat(Reading.event(Reading.only(kept)).traits()).isEqualTo(Map.of("x", cell));
      return kept;
    }
    byte[] bytes =
        entry.get("id").equals("CSV-102")
            ? input.getBytes(StandardCharsets.ISO_8859_1)
            : input.getBytes(StandardCharsets.UTF_8);
    return CsvIntake.of(mapping).rows(new ByteArrayInputStream(bytes), NOW).toList();
  }

  private static List<Parsed> csv(String target, CellType type, String file) {
    CsvMapping mapping = CsvMapping.source("test").column("x", target, type).build();
    return CsvIntake.of(mapping).rows(new StringReader(file), NOW).toList();
  }

  private static List<String> codes(List<Parsed> parsed) {
    return parsed.stream()
        .filter(Rejected.class::isInstance)
        .map(row -> ((Rejected) row).code().name())
        .toList();
  }

  private static String input(Map<String, Object> entry) {
    return (String) entry.get("input");
  }

  private static String generated(Map<String, Object> gen) {
    return switch ((String) gen.get("op")) {
      case "repeat" ->
          gen.get("prefix") + ((String) gen.get("unit")).repeat(count(gen)) + gen.get("suffix");
      case "bytes_hex" -> new String(hex(gen), StandardCharsets.ISO_8859_1);
      case "utf16be_hex" -> utf16(hex(gen));
      case "nest" -> "{\"a\":".repeat(900) + "1" + "}".repeat(900);
      case "many_ids" -> manyIds(count(gen));
      case "many_keys" ->
          manyKeys(IntStream.range(0, count(gen)).mapToObj(i -> Integer.toString(i, 36)));
      case "collide_keys" -> manyKeys(IntStream.range(0, 4096).mapToObj(BadInputsTest::colliding));
      default -> throw new AssertionError(gen.get("op"));
    };
  }

  private static String manyIds(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"type\":\"ns\",\"id\":\"" + i + "\"}")
        .collect(
            Collectors.joining(
                ",", "{\"type\":\"identify\",\"context\":{\"externalIds\":[", "]}}"));
  }

  private static String manyKeys(Stream<String> keys) {
    return keys.map(key -> "\"k" + key + "\":1").collect(Collectors.joining(",", "{", "}"));
  }

  private static String colliding(int bits) {
    return IntStream.range(0, 12)
        .mapToObj(i -> (bits >> i & 1) == 0 ? "Aa" : "BB")
        .collect(Collectors.joining());
  }

  private static int count(Map<String, Object> gen) {
    return ((Long) gen.get("count")).intValue();
  }

  private static byte[] hex(Map<String, Object> gen) {
    return HexFormat.of().parseHex((String) gen.get("hex"));
  }

  private static String utf16(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bytes.length; i += 2) {
      out.append((char) ((bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF));
    }
    return out.toString();
  }

  private static String quoted(String text) {
    return JsonTree.write(text);
  }

  private static Map<String, Object> object(Object value) {
    return Fields.asObject(value).orElseThrow();
  }
}

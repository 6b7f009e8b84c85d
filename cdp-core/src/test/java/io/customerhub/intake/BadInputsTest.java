package io.customerhub.intake;

import static io.customerhub.intake.Reading.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.customerhub.contract.BadInput;
import io.customerhub.intake.Parsed.Rejected;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  List<DynamicTest> entries_get_the_verdict_listed() {
    List<DynamicTest> tests =
        BadInput.all().stream()
            .filter(entry -> CATEGORIES.contains(entry.category()))
            .map(entry -> DynamicTest.dynamicTest(entry.id(), () -> check(entry)))
            .toList();
    assertThat(tests).hasSizeGreaterThan(100);
    return tests;
  }

  private void check(BadInput entry) {
    List<Parsed> parsed = assertTimeout(Duration.ofSeconds(5), () -> read(entry));
    if (entry.id().equals("HASH-001")) {
      assertThat(codes(parsed)).containsExactly("TOO_MANY_ATTRIBUTES");
    } else if (ELSEWHERE.containsKey(entry.id()) || !entry.verdict().equals("REJECT")) {
      assertThat(codes(parsed)).isEmpty();
    } else {
      assertThat(codes(parsed)).containsOnly(entry.code());
    }
  }

  private List<Parsed> read(BadInput entry) {
    String input = entry.input();
    return switch (entry.category()) {
      case "json", "event", "hash-dos" -> json(entry);
      case "csv" -> csv(entry);
      case "time" -> track("\"timestamp\":" + quoted(input));
      case "number" ->
          entry.target().equals("attribute:money")
              ? csv("trait.x", CellType.NUMBER, "x\n\"" + input + "\"")
              : track("\"properties\":{\"x\":" + quoted(input) + "}");
      default -> text(input);
    };
  }

  /**
   * Documents that are no whole message are made one, so that what is bad about them is reached.
   */
  private List<Parsed> json(BadInput entry) {
    String input = entry.input();
    if (entry.kind().equals("value")) {
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

  private static List<Parsed> csv(BadInput entry) {
    String input = entry.input();
    String column = input.substring(0, input.indexOf('\n')).strip().replace("\uFEFF", "");
    // The catalogue's semicolon and "sep=" files are meant for a mapping of column a.
    boolean other = column.contains(";") || column.startsWith("sep=") || column.contains(",");
    String target = other ? "a" : column;
    CsvMapping mapping = CsvMapping.source("test").column(target, "trait.x").build();
    if (entry.verdict().equals("NEUTRALIZE_ON_EXPORT")) {
      // The cell as a spreadsheet shows it, not as a file has it.
      String cell = input.substring(input.indexOf('\n') + 1);
      List<Parsed> kept =
          csv("trait.x", CellType.TEXT, "x\n\"" + cell.replace("\"", "\"\"") + "\"");
      assertThat(Reading.event(Reading.only(kept)).traits()).isEqualTo(Map.of("x", cell));
      return kept;
    }
    return CsvIntake.of(mapping).rows(new ByteArrayInputStream(entry.bytes()), NOW).toList();
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

  private static String quoted(String text) {
    return JsonTree.write(text);
  }
}

package io.customerhub.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every operator has all three surfaces, and the table in the documentation shows them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OperatorTableTest {

  private static final Path TABLE =
      Path.of("src/main/java/io/customerhub/segment/doc-files/operators.md");

  private static final Path SOURCE = Path.of("src/test/java/io/customerhub/segment/Operators.java");

  @Test
  void every_example_reads_back_from_text_and_from_json_and_can_be_judged() {
    Oracle nobody = new Oracle(Map.of(), List.of(), Set.of(), ZoneOffset.UTC);
    for (Operators.Row row : Operators.ROWS) {
      Condition condition = row.condition();
      assertThat(SegmentText.parse(SegmentText.print(condition)))
          .as(row.name())
          .isEqualTo(condition);
      assertThat(SegmentJson.read(SegmentJson.write(condition)))
          .as(row.name())
          .isEqualTo(condition);
      assertThatCode(() -> Evaluator.evaluate(condition, nobody, Instant.EPOCH, ZoneOffset.UTC))
          .as(row.name())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void no_kind_of_condition_test_window_or_function_is_without_an_example() {
    Set<Object> shown = new HashSet<>();
    Operators.ROWS.forEach(row -> collect(row.condition(), shown));

    for (Class<?> root : List.of(Condition.class, ValueTest.class, Window.class)) {
      assertThat(shown).containsAll(leaves(root).toList());
    }
    for (Class<?> constants :
        List.of(
            Aggregate.class,
            ValueTest.Op.class,
            ValueTest.Part.class,
            ListTest.Quantifier.class,
            DateTest.Side.class,
            DateTest.Place.class,
            DateTest.Reach.class,
            PatternCondition.Side.class,
            PersonCondition.Turn.class,
            ConsentCondition.Status.class,
            PredictedCondition.Measure.class,
            Window.Turn.class,
            Window.Pick.class)) {
      assertThat(shown).containsAll(List.of(constants.getEnumConstants()));
    }
  }

  @Test
  void the_table_in_the_documentation_is_what_the_examples_say() throws IOException {
    String table = table();
    if (Boolean.getBoolean("customerhub.operators.write")) {
      Files.createDirectories(TABLE.getParent());
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE)
        .as("run this test once with -Dcustomerhub.operators.write=true")
        .content()
        .isEqualTo(table);
  }

  private static String table() throws IOException {
    String source = Files.readString(SOURCE);
    StringBuilder out =
        new StringBuilder(
            """
            # Operators of the segment language

            Each in its three surfaces; every one reads back as the others. This table is made by a
            test of the examples in it.
            """);
    String group = "";
    int at = source.indexOf("List.of(") + 1;
    for (Operators.Row row : Operators.ROWS) {
      if (!row.group().equals(group)) {
        group = row.group();
        out.append("\n## ")
            .append(group)
            .append("\n\n| operator | Java | text | JSON |\n| --- | --- | --- | --- |\n");
      }
      at = source.indexOf("\"" + row.name() + "\"", at) + row.name().length() + 3;
      out.append("| ").append(row.name());
      cell(out, java(source, at));
      cell(out, SegmentText.print(row.condition()));
      cell(out, SegmentJson.write(row.condition()));
      out.append(" |\n");
    }
    return out.toString();
  }

  private static void cell(StringBuilder out, String code) {
    out.append(" | `").append(code.replace("|", "\\|")).append("`");
  }

  /** Returns the expression up to the parenthesis that closes the row, on one line. */
  private static String java(String source, int from) {
    int open = 0;
    boolean quoted = false;
    int at = from;
    while (quoted || open > 0 || source.charAt(at) != ')') {
      char c = source.charAt(at++);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
    }
    return source
        .substring(from, at)
        .strip()
        .replaceAll("\\s*\\n\\s*([.)])", "$1")
        .replaceAll("\\(\\s*\\n\\s*", "(")
        .replaceAll("\\s*\\n\\s*", " ");
  }

  /** Adds the classes and constants that a tree is made of. */
  private static void collect(Object node, Set<Object> found) {
    if (node instanceof Collection<?> all) {
      all.forEach(one -> collect(one, found));
    } else if (node instanceof Enum<?>) {
      found.add(node);
    } else if (node != null && node.getClass().getPackage() == Condition.class.getPackage()) {
      found.add(node.getClass());
      if (node instanceof Record) {
        for (RecordComponent part : node.getClass().getRecordComponents()) {
          collect(value(part, node), found);
        }
      }
    }
  }

  private static Object value(RecordComponent part, Object record) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(OperatorTableTest::leaves)
        : Stream.of(type);
  }
}

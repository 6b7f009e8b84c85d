package io.customerhub.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.CustomerHub;
import io.customerhub.event.Identifier;
import io.customerhub.profile.Profile;
import io.customerhub.storage.jdbc.JdbcStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Keeps what the README shows true; its lines may be broken elsewhere than the formatter would. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {

  private static final Path ROOT = root();

  @Test
  void shows_the_lines_that_are_compiled_here() throws IOException {
    assertThat(block("java", "## Use it")).isEqualToIgnoringWhitespace(marked("in-database"));
    assertThat(block("java", "## Telling other systems"))
        .isEqualToIgnoringWhitespace(marked("destinations"));
  }

  @Test
  void shows_the_same_lines_for_the_memory_and_for_a_database() throws IOException {
    assertThat(body(marked("in-memory"))).isEqualTo(body(marked("in-database")));
  }

  @Test
  void shows_lines_that_work_in_a_database() {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:mem:readme;DB_CLOSE_DELAY=-1");

    String printed = printedBy(() -> ReadmeSnippet.inDatabase(dataSource));

    assertThat(printed).startsWith("Profile ").doesNotContain("ada@example.com");
    try (CustomerHub hub = CustomerHub.builder().storage(JdbcStorage.create(dataSource)).build()) {
      Profile ada = hub.profiles().find(Identifier.email("ada@example.com")).orElseThrow();
      assertThat(hub.profiles().count()).isEqualTo(2);
      assertThat(hub.deals().about(ada.id()))
          .hasSize(1)
          .allMatch(d -> d.stage().equals("proposal"));
      assertThat(hub.tasks().about(ada.id())).hasSize(1);
      assertThat(hub.interactions().about(ada.id())).hasSize(1);
      assertThat(hub.segments().names()).containsExactly("loyal");
      assertThat(hub.timeline(ada.id()).latest(10)).hasSize(5);
    }
  }

  @Test
  void shows_lines_that_work_in_memory() {
    assertThat(printedBy(ReadmeSnippet::inMemory)).startsWith("Profile ");
  }

  @Test
  void gives_commands_that_this_program_understands() throws IOException, UsageException {
    String readme = readme();
    String jar = "java -jar examples/quickstart/target/quickstart.jar";

    assertThat(readme).contains("\nmvn -B -q -DskipTests package && " + jar + "\n");
    assertThat(readme).contains("\nmvn -B verify\n");
    String own = line(readme, jar + " ");
    Options options = Options.of(own.substring(jar.length() + 1).split(" "));
    assertThat(options.isSample()).isFalse();
    assertThat(options.tables()).hasSize(1).allMatch(table -> table.map().isPresent());
  }

  @Test
  void names_the_jar_that_the_build_makes() throws IOException {
    assertThat(Files.readString(ROOT.resolve("examples/quickstart/pom.xml")))
        .contains("<outputFile>${project.build.directory}/quickstart.jar</outputFile>");
  }

  /** Returns the first code block of a language after a heading. */
  private static String block(String language, String heading) throws IOException {
    String section = readme().substring(readme().indexOf(heading));
    int start = section.indexOf("```" + language + "\n") + language.length() + 4;
    return section.substring(start, section.indexOf("```", start));
  }

  private static String marked(String name) throws IOException {
    String source =
        Files.readString(
            ROOT.resolve(
                "examples/quickstart/src/test/java/io/customerhub/examples/quickstart/"
                    + "ReadmeSnippet.java"));
    String open = "// <" + name + ">\n";
    return source
        .substring(source.indexOf(open) + open.length(), source.indexOf("    // </" + name + ">"))
        .stripIndent();
  }

  /** Returns what stands between the opening of the hub and its closing. */
  private static String body(String snippet) {
    return snippet.substring(snippet.indexOf("build()) {"));
  }

  private static String line(String text, String start) {
    return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  private static String printedBy(Runnable program) {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("README.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}

package io.customerhub.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnDataTest {

  private static final String EVENT =
      """
      {"type":"track","event":"Login","messageId":"%s","userId":"%s","timestamp":"2026-01-02T03:04:05Z"}
      """;

  @TempDir Path folder;

  @Nested
  class Bad_rows {

    @Test
    void are_told_with_file_line_and_field_and_the_rest_goes_on() throws IOException {
      Path events =
          write(
              "web.jsonl",
              EVENT.formatted("1", "u1")
                  + "{broken\n"
                  + EVENT.formatted("2", "u2").replace("\"event\":\"Login\",", ""));
      Path csv = write("people.csv", "email,since\na@example.com,2026-01-01\nb@example.com,soon\n");
      Path map =
          write(
              "people.map.json",
              """
              {"source":"crm","time":"since","zone":"UTC","columns":{"email":"identifier.email"}}
              """);

      Console console = run("--events", events, "--csv", csv, "--map", map);

      assertThat(console.code()).isZero();
      assertThat(console.out())
          .contains("web.jsonl:2: not valid JSON")
          .contains("web.jsonl:3 event: expected a name")
          .contains("people.csv:3 since: expected");
      assertThat(console.json().get("read").asLong()).isEqualTo(5);
      assertThat(console.json().get("setAside").asLong()).isEqualTo(3);
      assertThat(console.json().get("people").asLong()).isEqualTo(2);
    }

    @Test
    void are_counted_beyond_the_first_ten() throws IOException {
      Path events = write("web.jsonl", EVENT.formatted("1", "u1") + "{broken\n".repeat(13));

      Console console = run("--events", events);

      assertThat(console.out())
          .contains("web.jsonl:11: ")
          .doesNotContain("web.jsonl:12: ")
          .contains("and 3 more of web.jsonl (kept in the hub, see hub.setAside)");
    }

    @Test
    void that_only_the_hub_can_tell_are_told_too() throws IOException {
      Path events =
          write(
              "web.jsonl",
              EVENT.formatted("1", "u1") + EVENT.formatted("1", "somebody-else-instead"));

      Console console = run("--events", events);

      assertThat(console.out()).contains("web.jsonl:2 messageId: was used before");
      assertThat(console.out()).doesNotContain("somebody-else-instead");
    }
  }

  @Nested
  class A_file {

    @Test
    void that_is_not_there_is_named_and_the_others_are_read() throws IOException {
      Path events = write("web.jsonl", EVENT.formatted("1", "u1"));

      Console console = run("--events", folder.resolve("gone.jsonl"), "--events", events);

      assertThat(console.code()).isZero();
      assertThat(console.err()).contains("gone.jsonl: there is no such file");
      assertThat(console.json().get("read").asLong()).isEqualTo(1);
    }

    @Test
    void that_is_a_folder_or_empty_is_named() throws IOException {
      Console console =
          run("--events", folder, "--events", write("empty.jsonl", "\n"), "--csv", folder);

      assertThat(console.code()).isEqualTo(Run.NOTHING_READ);
      assertThat(console.err())
          .contains("is a folder", "empty.jsonl: is empty", "nothing could be read");
    }

    @Test
    void with_nothing_but_garbage_is_a_failure() throws IOException {
      Console console = run("--events", write("web.jsonl", "garbage\nmore garbage\n"));

      assertThat(console.code()).isEqualTo(Run.NOTHING_READ);
      assertThat(console.out()).contains("web.jsonl:1: not valid JSON");
      assertThat(console.json().get("setAside").asLong()).isEqualTo(2);
    }

    @Test
    void can_be_packed() throws IOException {
      Path packed = folder.resolve("web.jsonl.gz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
        out.write(EVENT.formatted("1", "u1").getBytes(StandardCharsets.UTF_8));
      }

      assertThat(run("--events", packed).json().get("people").asLong()).isEqualTo(1);
    }

    @Test
    void that_breaks_off_keeps_what_came_before() throws IOException {
      Path broken = folder.resolve("web.jsonl.gz");
      Files.write(broken, new byte[] {31, (byte) 139, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2});

      Console console = run("--events", broken);

      assertThat(console.code()).isEqualTo(Run.NOTHING_READ);
      assertThat(console.err()).contains("web.jsonl.gz: ");
    }

    @Test
    void of_events_can_be_one_document_over_many_lines() throws IOException {
      String event = EVENT.formatted("1", "u1").strip();
      Path batch = write("batch.json", "{\n \"batch\": [\n" + event + "\n]\n}\n");
      Path array = write("array.json", "[\n" + event.replace("u1", "u2") + "\n]\n");
      Path captured =
          write(
              "request.json",
              "{\"method\":\"POST\",\n\"path\":\"/v1/batch\",\"body\":{\"batch\":["
                  + event.replace("u1", "u3")
                  + "]}}");

      Console console = run("--events", batch, "--events", array, "--events", captured);

      assertThat(console.json().get("read").asLong()).isEqualTo(3);
      assertThat(console.json().get("people").asLong()).isEqualTo(3);
    }

    @Test
    void of_events_that_is_a_broken_document_is_one_error() throws IOException {
      Console console = run("--events", write("batch.json", "{\n \"batch\": [\n\n"));

      assertThat(console.out()).contains("batch.json: not valid JSON");
      assertThat(console.json().get("setAside").asLong()).isEqualTo(1);
    }
  }

  @Nested
  class A_mapping {

    @Test
    void is_guessed_and_printed() throws IOException {
      Path csv = write("members.csv", "First Name;surname;e-mail\nAda;Lovelace;ada@example.com\n");

      Console console = run("--csv", csv);

      assertThat(console.code()).isZero();
      assertThat(console.out())
          .contains("members.csv came without --map")
          .contains("\"source\":\"members\"", "identifier.email", "Ada Lovelace");
    }

    @Test
    void that_is_wrong_is_named() throws IOException {
      Path csv = write("a.csv", "email\na@example.com\n");

      Console console = run("--csv", csv, "--map", write("a.map.json", "{\"columns\":{}}"));

      assertThat(console.code()).isEqualTo(Run.NOTHING_READ);
      assertThat(console.err()).contains("a.csv: its mapping a.map.json is not one: ");
    }

    @Test
    void may_bring_the_truth() throws IOException {
      Path csv =
          write(
              "a.csv",
              """
              name,email,who
              Ada Lovelace,ada@example.com,1
              Ada King,ada@example.com,1
              Alan Turing,alan@example.com,2
              Grace Hopper,alan@example.com,3
              """);
      Path map =
          write(
              "map.json",
              """
              {"source":"a","columns":{"name":"trait.name","email":"identifier.email",
               "who":"context.truth"}}
              """);

      Console console = run("--csv", csv, "--map", map);

      assertThat(console.json().get("precision").asDouble()).isEqualTo(0.5);
      assertThat(console.json().get("recall").asDouble()).isEqualTo(1);
      assertThat(console.out()).contains("of the pairs put together are right");
    }
  }

  @Nested
  class A_second_run {

    @Test
    void knows_everything_and_fresh_forgets_it() throws IOException {
      Path csv = write("people.csv", "email\na@example.com\nb@example.com\n");
      run("--csv", csv);

      Console again = run("--csv", csv);
      Console fresh = run("--csv", csv, "--fresh");

      assertThat(again.out()).contains("Everything was known already");
      assertThat(again.json().get("duplicates").asLong()).isEqualTo(2);
      assertThat(fresh.json().get("duplicates").asLong()).isZero();
      assertThat(again.json().has("precision")).isFalse();
    }
  }

  @Nested
  class One_source {

    @Test
    void makes_an_event_in_two_files_one() throws IOException {
      Path once = write("once.jsonl", EVENT.formatted("1", "u1"));
      Path twice = write("twice.jsonl", EVENT.formatted("1", "u1"));

      Console own = run("--events", once, "--events", twice);
      Console same = run("--fresh", "--source", "web", "--events", once, "--events", twice);

      assertThat(own.json().get("duplicates").asLong()).isZero();
      assertThat(same.json().get("duplicates").asLong()).isEqualTo(1);
    }
  }

  @Nested
  class Segments {

    @Test
    void can_be_given() throws IOException {
      Path events = write("web.jsonl", EVENT.formatted("1", "u1") + EVENT.formatted("2", "u2"));

      Console console =
          run("--events", events, "--segment", "in=did \"Login\"", "--segment", "x=did \"Buy\"");

      assertThat(console.json().get("segments").get("in").asLong()).isEqualTo(2);
      assertThat(console.json().get("segments").get("x").asLong()).isZero();
    }

    @Test
    void are_proposed_from_what_was_done_most() throws IOException {
      Path events = write("web.jsonl", EVENT.formatted("1", "u1") + EVENT.formatted("2", "u1"));

      Console console = run("--events", events);

      assertThat(console.json().get("segments").get("Login, again").asLong()).isEqualTo(1);
      assertThat(console.json().get("segments").has("Login, lately")).isTrue();
    }

    @Test
    void are_proposed_from_what_was_said_most_where_nothing_was_done() throws IOException {
      Path csv =
          write(
              "a.csv", "email,city\na@example.com,Huế\nb@example.com,Huế\nc@example.com,Đà Lạt\n");

      Console console = run("--csv", csv);

      assertThat(console.json().get("segments").get("city Huế").asLong()).isEqualTo(2);
      assertThat(console.json().get("segments").get("city Đà Lạt").asLong()).isEqualTo(1);
    }

    @Test
    void with_a_mistake_are_refused_before_anything_is_read() throws IOException {
      Path events = write("web.jsonl", EVENT.formatted("1", "u1"));

      Console console = run("--events", events, "--segment", "bad=did did");

      assertThat(console.code()).isEqualTo(2);
      assertThat(console.err()).contains("segment bad: ");
      assertThat(folder.resolve("hub.mv.db")).doesNotExist();
    }
  }

  private Console run(Object... args) {
    List<String> words = new ArrayList<>(List.of("--db", folder.resolve("hub").toString()));
    for (Object arg : args) {
      words.add(arg.toString());
    }
    return Console.run(words.toArray(String[]::new));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}

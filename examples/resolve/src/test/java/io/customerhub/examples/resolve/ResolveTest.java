package io.customerhub.examples.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResolveTest {

  private static final List<String> ROWS =
      List.of(
          "p1-a,Ada,Lovelace,1915-12-10,ada@example.org,London",
          "p1-b,Ada,Lovelance,1915-12-10,ada@example.org,London",
          "p2-a,Mary,Somerville,1980-12-26,mary@example.org,Jedburgh",
          "p3-a,Charles,Babbage,1991-12-26,charles@example.org,London",
          "p3-b,Charles,Babbage<b>,1991-12-26,charles@example.org,London",
          "p4-a,Robert,Boyle,1906-06-27,,London");

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void the_last_line_is_one_json_object_with_the_quality() throws IOException {
    int code = run("--in", file("id,first,last,dob,mail,town"), "--truth", "id:(p\\d)-.");

    assertThat(code).isZero();
    assertThat(lastLine())
        .matches(
            "\\{\"records\":6,\"clusters\":4,\"precision\":1.000000,\"recall\":1.000000,"
                + "\"f1\":1.000000,\"b3\":1.000000,\"candidates\":\\d+,\"seconds\":[\\d.]+}");
  }

  @Test
  void without_a_truth_the_quality_is_left_out() throws IOException {
    run("--in", file("id,first,last,dob,mail,town"));

    assertThat(text(err)).contains("keys 0 of 6", "pairs 6 of 6", "people 2 of 2");
    assertThat(lastLine())
        .matches("\\{\"records\":6,\"clusters\":4,\"candidates\":\\d+,\"seconds\":[\\d.]+}");
  }

  @Test
  void columns_without_telling_names_are_guessed_by_what_they_hold() throws IOException {
    run("--in", file("a,b,c,d,e,f"), "--truth", "a:(p\\d)-.");

    assertThat(text(out))
        .containsPattern("b +given_name")
        .containsPattern("c +surname")
        .containsPattern("d +birth_date")
        .containsPattern("e +email")
        .contains("\"f1\":1.000000");
  }

  @Test
  void companies_are_told_apart_from_their_contacts_and_each_other() throws IOException {
    Path file = folder.resolve("companies.csv");
    Files.writeString(
        file,
        """
        truth,company,first name,street,city,phone,website,vat
        a,Acme Holding AG,Ada,Hafenstrasse 1,Hamburg,+49 40 5557000,acme-example.com,DE111222333
        b,Acme Logistics GmbH,Ada,Hafenstrasse 1,Hamburg,+49 40 5557000,acme-example.com,DE444555666
        b,ACME Logistik,Bea,Hafenstr. 1,Hamburg,+49 40 5557000,www.acme-example.com,444555666
        c,Zephyr Aviation Ltd,Ada,7 High St,Brighton,n/a,zephyr-example.co.uk,
        """);
    run("--in", file.toString(), "--truth", "truth", "--organisations");

    assertThat(text(out))
        .containsPattern("website +website")
        .containsPattern("vat +vat_id")
        .contains("\"f1\":1.000000", "to be noted:", "phone: 1 placeholders were ignored");
  }

  @Test
  void what_a_column_means_can_be_told() throws IOException {
    run("--in", file("a,b,c,d,e,f"), "--map", "f=ignored", "b=surname", "c=given_name");

    assertThat(text(out))
        .containsPattern("b +surname")
        .containsPattern("c +given_name")
        .containsPattern("f +ignored");
  }

  @Test
  void a_spreadsheet_meets_no_formula_and_a_browser_no_foreign_markup() throws IOException {
    Path clusters = folder.resolve("clusters.csv");
    Path page = folder.resolve("page.html");
    run(
        "--in",
        file("id,first,last,dob,mail,town"),
        "--out",
        clusters.toString(),
        "--explain",
        page.toString());

    assertThat(Files.readAllLines(clusters).get(0)).isEqualTo("cluster,score,reason,file,line,row");
    assertThat(Files.readAllLines(clusters)).hasSize(7);
    assertThat(ClustersFile.cell("=1+1")).isEqualTo("\"'=1+1\"");
    assertThat(ClustersFile.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
    assertThat(Files.readString(page))
        .contains("&lt;b&gt;", "<svg", "</html>")
        .doesNotContain("<b>", "<script");
  }

  @Test
  void rows_can_be_read_with_whom_they_are_of() throws IOException {
    List<LabelledRow> rows = new ArrayList<>();
    LabelledRow.read(
        List.of(Path.of(file("id,first,last,dob,mail,town"))), "id:(p\\d)-.", rows::add);

    assertThat(rows).map(LabelledRow::person).containsExactly("p1", "p1", "p2", "p3", "p3", "p4");
    assertThat(rows.get(0).fields()).containsEntry("surname", "Lovelace").doesNotContainKey("id");
    assertThat(rows.get(0).keys()).hasSize(1);
    assertThat(rows.get(0).toString()).doesNotContain("Lovelace", "ada@");
  }

  @Test
  void what_cannot_be_done_is_said_with_the_usage() throws IOException {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--in", folder.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(run("--in", file("a,b,c,d,e,f"), "--truth", "nobody")).isEqualTo(2);
    assertThat(run("--in", file("a,b,c,d,e,f"), "--map", "b=shoe")).isEqualTo(2);
    assertThat(text(err)).contains("--in: expected at least one file", "no column nobody", "shoe");
  }

  private int run(String... args) {
    return new Resolve(print(out), print(err)).run(args);
  }

  private String file(String header) throws IOException {
    List<String> lines = new ArrayList<>(List.of(header));
    lines.addAll(ROWS);
    return Files.write(folder.resolve("people.csv"), lines).toString();
  }

  private String lastLine() {
    List<String> lines = text(out).lines().toList();
    return lines.get(lines.size() - 1);
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream of) {
    return of.toString(StandardCharsets.UTF_8);
  }
}

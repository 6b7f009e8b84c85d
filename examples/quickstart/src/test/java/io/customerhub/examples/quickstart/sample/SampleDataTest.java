package io.customerhub.examples.quickstart.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleDataTest {

  private static final Pattern EMAIL = Pattern.compile("[^\\s\",]+@([^\\s\",]+)");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(.+\\.example|example\\.(com|net|org)|test\\.com)");
  private static final Pattern TIME = Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z");

  @TempDir private Path folder;

  @Test
  void the_shipped_files_are_what_the_seed_gives() throws IOException {
    SampleData.main(new String[] {folder.toString()});

    for (String file : SampleData.FILES) {
      assertThat(Files.readAllBytes(folder.resolve(file)))
          .as("%s differs: run SampleData again and commit the result", file)
          .isEqualTo(Shipped.bytes(file));
    }
  }

  @Test
  void another_seed_gives_other_people() throws IOException {
    SampleData.write(folder, SampleData.SEED + 1);

    assertThat(Files.readAllBytes(folder.resolve("deals.csv")))
        .isNotEqualTo(Shipped.bytes("deals.csv"));
  }

  @Test
  void all_files_together_stay_below_six_megabytes() {
    assertThat(SampleData.FILES.stream().mapToInt(file -> Shipped.bytes(file).length).sum())
        .isBetween(4_000_000, 6_000_000);
  }

  @Test
  void files_have_the_announced_sizes() {
    assertThat(Shipped.shop()).hasSizeBetween(12_000, 15_000);
    assertThat(Shipped.rows("loyalty-cards.csv")).hasSizeBetween(1_100, 1_400);
    assertThat(Shipped.rows("deals.csv")).hasSize(DealsFile.SIZE);
    assertThat(Shipped.text("support-mailbox.csv").lines()).hasSizeBetween(1_200, 2_000);
  }

  @Test
  void exactly_the_redelivered_lines_repeat() {
    List<String> lines = Shipped.shop();

    assertThat(lines.size() - new HashSet<>(lines).size()).isEqualTo(ShopNoise.REDELIVERED);
  }

  @Test
  void one_message_id_comes_back_with_another_content() {
    Pattern id = Pattern.compile("\"messageId\":\"(s-\\d+)\"");
    HashSet<String> seen = new HashSet<>();

    long reused =
        Shipped.shop().stream()
            .distinct()
            .flatMap(line -> id.matcher(line).results())
            .filter(found -> !seen.add(found.group(1)))
            .count();

    assertThat(reused).isEqualTo(1);
  }

  @Test
  void broken_lines_and_placeholders_are_mixed_in() {
    assertThat(Shipped.shop().stream().filter(line -> !line.endsWith("}"))).hasSize(4);
    assertThat(times("\"type\":\"trak\"")).isEqualTo(2);
    assertThat(times("{\"type\":\"page\",\"type\":")).isEqualTo(2);
    assertThat(times("2026-02-30T25:61:00Z")).isEqualTo(2);
    assertThat(times("{\"type\":\"track\"", "\"anonymousId\"", "\"properties\"", "!\"event\""))
        .isEqualTo(2);
    assertThat(times("test@test.com")).isGreaterThanOrEqualTo(10);
    assertThat(times("\"userId\":\"undefined\"")).isGreaterThanOrEqualTo(14);
    assertThat(times("\"userId\":\"null\"")).isGreaterThanOrEqualTo(8);
    assertThat(times("00000000-0000-0000-0000-000000000000")).isGreaterThanOrEqualTo(14);
  }

  @Test
  void every_address_is_reserved_for_examples() {
    for (String file : SampleData.FILES) {
      assertThat(EMAIL.matcher(Shipped.text(file)).results().map(found -> found.group(1)))
          .as(file)
          .allMatch(domain -> RESERVED.matcher(domain).matches());
    }
  }

  @Test
  void nothing_of_the_shop_lies_in_the_future() {
    assertThat(
            Shipped.shop().stream()
                .flatMap(line -> TIME.matcher(line).results())
                .map(MatchResult::group)
                .filter(time -> !time.startsWith("2026-02-30"))
                .map(Instant::parse))
        .hasSizeGreaterThan(14_000)
        .allMatch(time -> !time.isBefore(Period.START) && time.isBefore(Period.END));
  }

  /** Counts the lines that contain all of these, and none of those that start with {@code !}. */
  private static long times(String... parts) {
    return Shipped.shop().stream().filter(line -> fits(line, parts)).count();
  }

  private static boolean fits(String line, String... parts) {
    for (String part : parts) {
      boolean unwanted = part.startsWith("!");
      if (line.contains(unwanted ? part.substring(1) : part) == unwanted) {
        return false;
      }
    }
    return true;
  }
}

package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hands the records of labelled sets to an engine, one after the other, and looks whom it found.
 * The floors are generous on purpose, so that nobody tunes to a set; the batch's figure stands
 * beside.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OnlineQualityTest {

  /** How far behind the batch an adopted model may be: keys of a hub join whatever they weigh. */
  private static final double BEHIND = 0.01;

  @ParameterizedTest
  @CsvSource({
    "febrl1, 0.99",
    "febrl2, 0.98",
    "febrl3, 0.98",
    "dsgen_C, 0.93",
    "fake_1000, 0.80",
    "rldata500, 0.88",
    "restaurant, 0.70",
    "fodors_zagat, 0.92",
    "cdc_recordlinker, 0.70",
    "generated, 0.92"
  })
  void pairs_found_by_the_defaults_and_by_an_adopted_model(String set, double floor)
      throws IOException {
    assumeTrue(LabelledRecords.present(), "the shared data folder is not here");
    List<LabelledRecords.Row> rows = rows(set);
    Quality batch = Quality.of(new LabelledRecords(rows), 1);
    List<OnlineRun> online = OnlineRun.andAdopted(rows, 1);
    System.out.printf(
        Locale.ROOT,
        "%-16s batch   %.4f (P %.4f, R %.4f)%n%16s default %s%n%16s adopted %s%n",
        set,
        batch.f1(),
        batch.precision(),
        batch.recall(),
        "",
        online.get(0),
        "",
        online.get(1));
    assertThat(online.get(0).f1()).as("F1 of %s", set).isGreaterThanOrEqualTo(floor);
    assertThat(online.get(1).f1())
        .as("F1 of %s with an adopted model", set)
        .isGreaterThanOrEqualTo(batch.f1() - BEHIND);
  }

  private static List<LabelledRecords.Row> rows(String set) throws IOException {
    return set.equals("generated")
        ? GeneratedPeople.rows(2_000, 7).stream()
            .map(r -> new LabelledRecords.Row(r.id(), r.person(), r.fields(), r.ids()))
            .toList()
        : LabelledRecords.named(set).rows();
  }
}

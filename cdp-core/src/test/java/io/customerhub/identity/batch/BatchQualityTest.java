package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Finds the people in public data sets whose truth is known, with one configuration for all; the
 * worst of some shuffles counts. The floors are generous on purpose, so that nobody tunes to a set.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BatchQualityTest {

  /** The published figures are of five; two are enough to see that something broke. */
  private static final int SHUFFLES = Integer.getInteger("customerhub.shuffles", 2);

  @ParameterizedTest
  @CsvSource({
    "febrl1, 0.99",
    "febrl2, 0.99",
    "febrl3, 0.99",
    "febrl4, 0.99",
    "dsgen_C, 0.95",
    "fake_1000, 0.85",
    "rldata500, 0.90",
    "restaurant, 0.70",
    "fodors_zagat, 0.80"
  })
  void pairs_found_after_clustering(String set, double f1) throws IOException {
    assumeTrue(LabelledRecords.present(), "the shared data folder is not here");
    Quality worst = Quality.worstOf(LabelledRecords.named(set), SHUFFLES);
    System.out.println(worst.row(set));
    assertThat(worst.f1()).as("F1 of %s", set).isGreaterThanOrEqualTo(f1);
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Finds the people in public data sets whose truth is known: blocking, comparing, and the connected
 * components of what matches. One configuration for all; the floors are generous on purpose, so
 * that nobody tunes to a set.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResolutionQualityTest {

  private final IdentityResolver resolver = IdentityResolver.create(MatchRules.people());

  @ParameterizedTest
  @CsvSource({
    "febrl1, 0.99, 0.98",
    "febrl2, 0.99, 0.99",
    "febrl3, 0.99, 0.98",
    "febrl4, 0.99, 0.99",
    "dsgen_A, 0.99, 0.98",
    "dsgen_C, 0.99, 0.88",
    "fake_1000, 0.98, 0.65",
    "rldata500, 0.98, 0.85",
    "restaurant, 0.98, 0.70"
  })
  void pairs_found_after_clustering(String set, double precision, double f1) throws IOException {
    LabelledSet labelled = LabelledSet.named(set);
    for (String file : labelled.files()) {
      assumeTrue(Files.exists(SharedData.path(file)), "the shared data folder is not here");
    }
    List<LabelledSet.Row> rows = labelled.read();
    ResolutionRun run = ResolutionRun.of(resolver, rows);
    System.out.println(run.summary(set));
    assertThat(run.precision()).as("precision of %s", set).isGreaterThanOrEqualTo(precision);
    assertThat(run.f1()).as("F1 of %s", set).isGreaterThanOrEqualTo(f1);
  }
}

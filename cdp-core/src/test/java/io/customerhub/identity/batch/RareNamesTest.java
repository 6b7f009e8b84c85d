package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RareNamesTest {

  private static final int NAMES = 4_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 0.6, 0.8, 1})
  void finds_by_how_much_namesakes_are_more_common_where_names_are_rare(double share) {
    assertThat(of(share).share()).isCloseTo(share, within(0.03));
  }

  @Test
  void believes_no_more_than_chance_and_no_less_than_a_quarter() {
    assertThat(of(1.5).share()).isCloseTo(1, within(1e-6));
    assertThat(of(0).share()).isCloseTo(0.25, within(1e-6));
  }

  @Test
  void believes_what_parts_say_where_there_are_no_namesakes() {
    assertThat(new RareNames(new double[0], new double[0]).share()).isCloseTo(1, within(1e-6));
    assertThat(new RareNames(new double[] {-1, 3, 5}, new double[] {1, 1, 1}).share())
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void a_few_namesakes_change_little() {
    double[] bits = {-2, 0, 2, 5};
    double[] people = {1, 1, 1, 2};
    assertThat(new RareNames(bits, people).share()).isBetween(0.85, 0.999);
  }

  /** As many have each name as is likely, if what its parts say is worth so much. */
  private static RareNames of(double share) {
    SplittableRandom dice = new SplittableRandom(7);
    double[] bits = dice.doubles(NAMES, -4, 4).toArray();
    double[] people = Arrays.stream(bits).map(bit -> 40 * Math.pow(2, -share * bit)).toArray();
    return new RareNames(bits, people);
  }
}

package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.Level;
import io.customerhub.identity.PairWeights;
import io.customerhub.identity.Pairs;
import io.customerhub.identity.Vetoes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchThresholdTest {

  private static final long NAMED = ComparisonVector.bit(Level.NAME_EXACT);
  private static final long BROTHERS =
      ComparisonVector.bit(Level.NAME_SURNAME_ONLY) | ComparisonVector.bit(Level.STREET_EXACT);

  private final Pairs pairs = new Pairs();
  private final List<Double> bits = new ArrayList<>();

  @Test
  void without_any_pair_what_is_more_likely_than_not_matches() {
    assertThat(threshold()).isZero();
  }

  @Test
  void among_many_clear_matches_a_few_doubtful_ones_do_no_harm() {
    add(100, 12, NAMED);
    add(30, 0, NAMED);
    // A hundred and fifteen of a hundred and thirty are right: 88 %.
    assertThat(threshold()).isZero();
  }

  @Test
  void where_hardly_anything_is_clear_more_is_asked_for() {
    add(10, 12, NAMED);
    add(30, 0, NAMED);
    assertThat(threshold()).isEqualTo(0.25);
    add(30, 1, NAMED);
    // Of 40 from one bit on 30 are right, which is too few.
    assertThat(threshold()).isEqualTo(1.25);
  }

  @Test
  void more_than_two_bits_are_never_asked_for() {
    add(100, 2, NAMED);
    assertThat(threshold()).isEqualTo(2);
    add(1, 30, NAMED);
    assertThat(threshold()).isEqualTo(2);
  }

  @Test
  void each_quarter_of_a_bit_is_looked_at() {
    add(90, 30, NAMED);
    add(200, 0.74, NAMED);
    assertThat(threshold()).isEqualTo(0.75);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "9999, 0",
    "10000, 0",
    "31623, 0.5",
    "100000, 1",
    "1000000, 2",
    "50000000, 2"
  })
  void among_very_many_records_more_is_asked_for_in_any_case(int records, double bits) {
    add(100, 12, NAMED);
    assertThat(threshold(records)).isCloseTo(bits, within(1e-5));
    add(30, 0, NAMED);
    add(30, 1, NAMED);
    assertThat(threshold(records)).isCloseTo(Math.max(0.25, bits), within(1e-5));
  }

  @Test
  void pairs_that_are_unlikely_or_cannot_match_do_not_count() {
    add(10, 12, NAMED);
    add(10_000, -0.1, NAMED);
    add(10_000, 0.1, BROTHERS);
    assertThat(threshold()).isZero();
  }

  private void add(int count, double weight, long vector) {
    for (int i = 0; i < count; i++) {
      pairs.add(bits.size(), bits.size() + 1, vector);
      bits.add(weight);
    }
  }

  private double threshold() {
    return threshold(10_000);
  }

  private double threshold(int records) {
    return MatchThreshold.of(
        pairs,
        new PairWeights() {
          @Override
          public long vector(int a, int b) {
            return pairs.vector(a);
          }

          @Override
          public double bits(int a, int b, long vector) {
            return bits.get(a);
          }

          @Override
          public Vetoes vetoes() {
            return Vetoes.of(true);
          }
        },
        records);
  }
}

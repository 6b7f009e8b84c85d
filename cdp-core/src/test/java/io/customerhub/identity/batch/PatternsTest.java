package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.Level;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PatternsTest {

  private final Patterns patterns = new Patterns(3);

  @Test
  void a_pair_counts_once_among_all_and_once_for_each_kind_of_key_that_it_shares() {
    patterns.add(5, 0b101, 2);
    patterns.add(5, 0, 1);
    assertThat(patterns.all().total()).isEqualTo(3);
    assertThat(patterns.session(0).total()).isEqualTo(2);
    assertThat(patterns.session(1).total()).isZero();
    assertThat(patterns.session(2).total()).isEqualTo(2);
    assertThat(patterns.random().total()).isZero();
    assertThat(patterns.stride()).isEqualTo(3);
  }

  @Test
  void those_of_another_part_are_added() {
    Patterns part = new Patterns(3);
    part.add(5, 0b10, 7);
    part.random().add(6, 8);
    patterns.add(5, 0b10, 1);
    patterns.addAll(part);
    assertThat(patterns.all().total()).isEqualTo(8);
    assertThat(patterns.session(1).total()).isEqualTo(8);
    assertThat(patterns.random().total()).isEqualTo(8);
  }

  @Test
  void what_forbids_a_match_follows_from_the_candidates() {
    List<Level> same = List.of(Level.NAME_EXACT, Level.BIRTH_EXACT, Level.PHONE_EXACT);
    assertThat(patterns.vetoes().families()).isTrue();
    patterns.add(ComparisonVector.of(same).bits(), 0, 1_000);
    assertThat(patterns.vetoes().families()).isFalse();
  }
}

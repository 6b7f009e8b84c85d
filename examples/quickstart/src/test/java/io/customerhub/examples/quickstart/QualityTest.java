package io.customerhub.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityTest {

  @Test
  void counts_what_a_look_at_every_pair_counts() {
    for (long seed = 0; seed < 300; seed++) {
      List<List<String>> profiles = profiles(new Random(seed));
      Quality quality = new Quality();
      profiles.forEach(quality::add);

      assertThat(List.of(quality.rightPairs(), quality.foundPairs(), quality.truePairs()))
          .as("seed %d", seed)
          .isEqualTo(everyPair(profiles));
    }
  }

  @Test
  void is_perfect_if_nothing_could_be_wrong() {
    Quality quality = new Quality();
    quality.add(List.of("a"));
    quality.add(List.of());

    assertThat(quality.precision()).isEqualTo(1);
    assertThat(quality.recall()).isEqualTo(1);
    assertThat(quality.f1()).isEqualTo(1);
  }

  @Test
  void weighs_both_kinds_of_mistakes() {
    Quality quality = new Quality();
    quality.add(List.of("a", "a", "b"));
    quality.add(List.of("b"));

    assertThat(quality.precision()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(quality.recall()).isCloseTo(1 / 2.0, within(1e-9));
    assertThat(quality.f1()).isCloseTo(2 / 5.0, within(1e-9));
    assertThat(quality.labelled()).isEqualTo(4);
    assertThat(quality.truePeople()).isEqualTo(2);
  }

  private static List<List<String>> profiles(Random random) {
    List<List<String>> profiles = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      profiles.add(random.ints(random.nextInt(5), 0, 4).mapToObj(String::valueOf).toList());
    }
    return profiles;
  }

  private static List<Long> everyPair(List<List<String>> profiles) {
    List<int[]> records = new ArrayList<>();
    for (int p = 0; p < profiles.size(); p++) {
      for (String label : profiles.get(p)) {
        records.add(new int[] {p, Integer.parseInt(label)});
      }
    }
    long right = 0;
    long found = 0;
    long same = 0;
    for (int i = 0; i < records.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean together = records.get(i)[0] == records.get(j)[0];
        boolean alike = records.get(i)[1] == records.get(j)[1];
        right += together && alike ? 1 : 0;
        found += together ? 1 : 0;
        same += alike ? 1 : 0;
      }
    }
    return List.of(right, found, same);
  }
}

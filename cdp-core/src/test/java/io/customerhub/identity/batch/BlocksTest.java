package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.MatchRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BlocksTest {

  private final IdentityResolver resolver = IdentityResolver.create(MatchRules.people());

  @Test
  void several_passes_over_the_keys_find_the_blocks_of_one() {
    RecordSet records = RecordSet.create();
    GeneratedPeople.rows(2_000, 11).forEach(r -> records.add(r.id(), r.fields(), r.ids()));
    Corpus corpus = Corpus.of(records, resolver, true);

    Set<String> atOnce = blocks(corpus, 1_000_000);

    assertThat(atOnce).hasSizeGreaterThan(1_000);
    assertThat(blocks(corpus, 9_000)).isEqualTo(atOnce);
  }

  private Set<String> blocks(Corpus corpus, long keysAtOnce) {
    BlockList list =
        new BlockBuilding(corpus, resolver, keysAtOnce, (phase, done, total) -> {}).run();
    Set<String> blocks = new TreeSet<>();
    for (int block = 0; block < list.size(); block++) {
      List<Integer> members = new ArrayList<>();
      for (int at = list.from(block); at < list.from(block + 1); at++) {
        members.add(list.member(at));
      }
      assertThat(members).isSorted().doesNotHaveDuplicates();
      assertThat(members.size()).isLessThanOrEqualTo(Blocks.CAP);
      blocks.add(list.kind(block) + " " + members);
    }
    return blocks;
  }

  @Test
  void a_table_of_keys_brings_together_the_records_of_each_once() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    KeyTable table = new KeyTable();
    for (int round = 0; round < 50; round++) {
      KeyEntries entries = new KeyEntries(1);
      Map<Long, Set<Integer>> expected = new TreeMap<>();
      int records = random.nextInt(400);
      for (int record = 0; record < records; record++) {
        for (int i = random.nextInt(4); i > 0; i--) {
          long key = random.nextInt(50) * 0x9E3779B97F4A7C15L;
          entries.add(key, record);
          expected.computeIfAbsent(key, k -> new TreeSet<>()).add(record);
        }
      }
      table.group(entries);

      assertThat(grouped(table)).as("seed %d, round %d", seed, round).isEqualTo(expected);
    }
  }

  private static Map<Long, Set<Integer>> grouped(KeyTable table) {
    Map<Long, Set<Integer>> groups = new TreeMap<>();
    for (int key = 1; key <= table.size(); key++) {
      Set<Integer> records = new TreeSet<>();
      for (int at = table.from(key); at < table.from(key + 1); at++) {
        assertThat(records.add(table.records()[at])).isTrue();
      }
      groups.put(table.key(key), records);
    }
    return groups;
  }

  @Test
  void candidates_are_told_once_with_all_that_they_share() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Candidates candidates = new Candidates();
    for (int round = 0; round < 200; round++) {
      candidates.start();
      Map<Integer, Integer> kinds = new TreeMap<>();
      Map<Integer, Integer> worth = new TreeMap<>();
      int records = 1 + random.nextInt(3_000);
      for (int i = random.nextInt(2_000); i > 0; i--) {
        int record = random.nextInt(records) * 64;
        int kind = random.nextInt(20);
        int more = 1 + random.nextInt(2);
        candidates.add(record, 1 << kind, more);
        kinds.merge(record, 1 << kind, (a, b) -> a | b);
        worth.merge(record, more, Integer::sum);
      }
      assertThat(candidates.size()).as("seed %d", seed).isEqualTo(kinds.size());
      for (int i = 0; i < candidates.size(); i++) {
        int record = candidates.record(i);
        assertThat(candidates.kinds(i)).as("seed %d", seed).isEqualTo(kinds.get(record));
        assertThat(candidates.isWorth(i)).isEqualTo(worth.getOrDefault(record, 0) >= 2);
      }
    }
  }
}

package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerhub.identity.CodedComparison;
import io.customerhub.identity.CodedRecords;
import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Level;
import io.customerhub.identity.MatchRecord;
import io.customerhub.identity.MatchRules;
import io.customerhub.identity.RecordCoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CodedComparisonTest {

  private final IdentityResolver resolver = IdentityResolver.create(MatchRules.people());

  @Test
  void says_of_generated_people_what_comparing_the_records_says() {
    long seed = System.nanoTime();
    List<MatchRecord> records =
        GeneratedPeople.rows(500, seed).stream()
            .map(row -> MatchRecord.of(row.fields(), row.ids()))
            .toList();
    assertSame(records, "seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"febrl1", "dsgen_C", "fake_1000", "rldata500", "fodors_zagat"})
  void says_of_real_data_what_comparing_the_records_says(String set) throws IOException {
    assumeTrue(LabelledRecords.present(), "the shared data folder is not here");
    List<MatchRecord> records = new ArrayList<>();
    for (LabelledRecords.Row row : LabelledRecords.named(set).rows()) {
      records.add(MatchRecord.of(row.fields(), row.identifiers()));
    }
    assertSame(records, set);
  }

  private void assertSame(List<MatchRecord> records, String what) {
    CodedComparison comparison = resolver.comparison(coded(records));
    Random dice = new Random(records.size());
    for (int a = 0; a < records.size(); a++) {
      for (int b = 0; b < records.size(); b++) {
        // All pairs of a hundred records and a share of the others.
        if ((a + b) % 10 == 0 || Math.max(a, b) < 100) {
          long vector = resolver.vector(records.get(a), records.get(b)).bits();
          double least = dice.nextInt(60) - 20;
          assertThat(comparison.vector(a, b)).as("%s: %d, %d", what, a, b).isEqualTo(vector);
          long levels = comparison.levels(a, b);
          assertThat(ComparisonVector.withoutEchoes(levels)).isEqualTo(vector);
          assertThat(comparison.levels(a, b, least))
              .as("%s: %d, %d, %s", what, a, b, least)
              .isIn(levels, bits(vector) < least ? CodedComparison.HOPELESS : levels);
        }
      }
    }
  }

  private static double bits(long vector) {
    return new ComparisonVector(vector).levels().stream().mapToDouble(Level::bits).sum();
  }

  private static CodedRecords coded(List<MatchRecord> records) {
    RecordCoder coder = RecordCoder.create();
    records.forEach(coder::add);
    return coder.inOrder(IntStream.range(0, records.size()).toArray());
  }

  @Test
  void records_are_kept_in_the_order_asked_for_and_show_nothing() {
    RecordCoder coder = RecordCoder.create();
    List<GeneratedPeople.Row> rows = GeneratedPeople.rows(300, 3);
    rows.forEach(row -> coder.add(MatchRecord.of(row.fields(), row.ids())));
    CodedRecords records = coder.inOrder(new int[] {7, 2});

    assertThat(records.size()).isEqualTo(2);
    assertThat(records.record(1).terms())
        .isEqualTo(MatchRecord.of(rows.get(2).fields(), rows.get(2).ids()).terms());
    assertThat(records).hasToString("CodedRecords[2]");
    assertThat(coder).hasToString("RecordCoder[" + rows.size() + "]");
  }
}

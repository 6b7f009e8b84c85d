package io.customerhub.examples.benchmarks.quality;

import io.customerhub.examples.benchmarks.Cpu;
import io.customerhub.examples.resolve.LabelledRow;
import io.customerhub.identity.batch.BatchResolver;
import io.customerhub.identity.batch.BatchResult;
import io.customerhub.identity.batch.RecordSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One run over the rows of a set in an order drawn by a seed.
 *
 * @param candidates how many pairs were compared
 * @param seconds of CPU
 */
record Run(long seed, int records, Quality quality, long candidates, double seconds) {

  static Run of(List<LabelledRow> rows, long seed) {
    List<LabelledRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    Cpu cpu = Cpu.start();
    RecordSet records = RecordSet.create();
    for (LabelledRow row : shuffled) {
      records.add("r" + records.size(), row.fields(), row.keys());
    }
    BatchResult result = BatchResolver.create().resolve(records);
    List<String> clusters =
        IntStream.range(0, shuffled.size()).mapToObj(i -> result.clusterOf("r" + i)).toList();
    double seconds = cpu.seconds();
    List<String> people = shuffled.stream().map(LabelledRow::person).toList();
    return new Run(
        seed,
        rows.size(),
        Quality.of(people, clusters),
        result.diagnostics().candidates(),
        seconds);
  }
}

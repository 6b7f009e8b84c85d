package io.customerhub.examples.benchmarks.resolvers;

import io.customerhub.examples.benchmarks.quality.Quality;
import io.customerhub.examples.resolve.LabelledRow;
import io.customerhub.identity.batch.BatchResolver;
import io.customerhub.identity.batch.BatchResult;
import io.customerhub.identity.batch.RecordSet;
import java.util.List;
import java.util.stream.IntStream;

/** This library with its defaults, without labels. */
final class Hub implements Contender {

  @Override
  public Answer resolve(List<LabelledRow> rows) {
    RecordSet records = RecordSet.create();
    for (LabelledRow row : rows) {
      records.add("r" + records.size(), row.fields(), row.keys());
    }
    BatchResult result = BatchResolver.create().resolve(records);
    List<String> clusters =
        IntStream.range(0, rows.size()).mapToObj(i -> result.clusterOf("r" + i)).toList();
    return people -> Quality.of(people, clusters);
  }
}

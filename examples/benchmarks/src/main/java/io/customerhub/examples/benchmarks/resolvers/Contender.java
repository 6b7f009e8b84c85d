package io.customerhub.examples.benchmarks.resolvers;

import io.customerhub.examples.resolve.LabelledRow;
import java.util.List;

/** A way to find people. */
interface Contender {

  /** Finds them; called several times with the same rows, and timed. */
  Answer resolve(List<LabelledRow> rows);
}

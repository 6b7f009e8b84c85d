package io.customerhub.examples.resolve;

import io.customerhub.identity.batch.BatchProgress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Prints how far a batch has come: when a phase starts and ends, and every other second. */
final class ProgressLines implements BatchProgress {

  private static final long PAUSE_NANOS = 2_000_000_000L;

  private final PrintStream out;
  private final LongSupplier nanos;
  private long printedAt;

  ProgressLines(PrintStream out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
  }

  @Override
  public void at(Phase phase, long done, long total) {
    long now = nanos.getAsLong();
    if (done == 0 || done == total || now - printedAt >= PAUSE_NANOS) {
      printedAt = now;
      out.printf(Locale.ROOT, "%s %d of %d%n", phase.name().toLowerCase(Locale.ROOT), done, total);
    }
  }
}

package io.customerhub.examples.quickstart;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells on standard error how far a step of long work is, at most once a second. */
final class Progress {

  private static final double NANOS = 1e9;

  private final PrintStream err;
  private final LongSupplier nanos;
  private String what = "";
  private long total;
  private long began;
  private long told;

  Progress(PrintStream err, LongSupplier nanos) {
    this.err = err;
    this.nanos = nanos;
  }

  /**
   * Begins a step.
   *
   * @param what what it does, such as {@code shop-events.jsonl}
   * @param total how much there is; 0 if that is not known
   */
  void begin(String what, long total) {
    this.what = what;
    this.total = total;
    began = nanos.getAsLong();
    told = began;
  }

  /** Says how much is done by now. */
  void at(long done) {
    long now = nanos.getAsLong();
    if (now - told >= NANOS) {
      told = now;
      err.println(line(done, (now - began) / NANOS));
    }
  }

  private String line(long done, double seconds) {
    String of =
        total == 0 ? "" : String.format(Locale.ROOT, " of %,d (%d %%)", total, 100 * done / total);
    return String.format(Locale.ROOT, "  %s: %,d%s, %,.0f/s", what, done, of, done / seconds);
  }
}

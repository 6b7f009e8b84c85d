package io.customerhub.identity.batch;

/** Counts what several threads have done of one phase, and says so one at a time. Thread-safe. */
final class Steps {

  private final BatchProgress progress;
  private final BatchProgress.Phase phase;
  private final long total;
  private long done;

  Steps(BatchProgress progress, BatchProgress.Phase phase, long total) {
    this.progress = progress;
    this.phase = phase;
    this.total = total;
    progress.at(phase, 0, total);
  }

  synchronized void add(long more) {
    done += more;
    progress.at(phase, done, total);
  }
}

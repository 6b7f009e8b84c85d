package io.customerhub.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The actions that wait for a transaction's commit; for stores. Not thread-safe: it belongs to one
 * transaction.
 */
public final class AfterCommit {

  private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

  private final List<Runnable> actions = new ArrayList<>();

  /** Adds an action behind those added before. */
  public void add(Runnable action) {
    actions.add(Objects.requireNonNull(action, "action"));
  }

  /**
   * Runs the actions in the order they were added. One that fails is logged and the next one runs;
   * the log names the type of the failure only, for its message may hold personal data.
   */
  public void run() {
    actions.forEach(AfterCommit::run);
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | LinkageError | AssertionError e) {
      LOG.warn("An action after commit failed: {} at {}", e.getClass().getName(), place(e));
    }
  }

  private static String place(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }
}

package io.customerhub.memory;

import java.util.ArrayList;
import java.util.List;

/** How to take back what the running transaction wrote, newest last. */
final class UndoLog {

  private final List<Runnable> steps = new ArrayList<>();
  private boolean open;

  void begin() {
    open = true;
  }

  /** Notes how a write is taken back; refuses writes of a transaction that has ended. */
  void add(Runnable step) {
    if (!open) {
      throw new IllegalStateException("the transaction has ended");
    }
    steps.add(step);
  }

  void commit() {
    end();
  }

  void rollback() {
    for (int i = steps.size() - 1; i >= 0; i--) {
      steps.get(i).run();
    }
    end();
  }

  private void end() {
    steps.clear();
    open = false;
  }
}

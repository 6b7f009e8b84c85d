package io.customerhub.crm.deal;

import io.customerhub.crm.InvalidRecordException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps a deal's stage entries contiguous and in order. */
final class Ledger {

  private Ledger() {}

  /** Ends the last entry where the new one begins. */
  static List<StageEntry> append(List<StageEntry> entries, StageEntry next) {
    List<StageEntry> appended = new ArrayList<>(entries);
    StageEntry last = appended.remove(appended.size() - 1);
    requireOrder(last.enteredAt(), next.enteredAt());
    appended.add(last.leaving(next.enteredAt()));
    appended.add(next);
    return appended;
  }

  static void requireContiguous(List<StageEntry> entries) {
    require(!entries.isEmpty(), "need at least one");
    for (int i = 0; i < entries.size() - 1; i++) {
      StageEntry next = entries.get(i + 1);
      require(
          entries.get(i).leftAt().equals(Optional.of(next.enteredAt())),
          "have to begin where the one before ends");
      requireOrder(entries.get(i).enteredAt(), next.enteredAt());
    }
    require(entries.get(entries.size() - 1).leftAt().isEmpty(), "need a last one without end");
  }

  private static void requireOrder(Instant earlier, Instant later) {
    if (later.isBefore(earlier)) {
      throw new InvalidRecordException(
          "on",
          "is " + later + ", before " + earlier + ", when the deal entered its present stage");
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new InvalidRecordException("stage entries", message);
    }
  }
}

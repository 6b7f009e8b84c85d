package io.customerhub.crm;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.StoredRecord;
import io.customerhub.spi.Transaction;
import java.util.Set;
import java.util.function.Supplier;

/** Is told of each change of a record, and makes it. Thread-safe. */
@FunctionalInterface
public interface RecordChanges {

  /** Makes changes and tells nobody. */
  RecordChanges UNOBSERVED =
      new RecordChanges() {
        @Override
        public <T> T make(
            Transaction tx, String kind, Set<ProfileId> subjects, Supplier<T> change) {
          return change.get();
        }
      };

  /**
   * Makes a change and returns what it returns.
   *
   * @param tx the transaction that the change is part of
   * @param kind the record's kind
   * @param subjects the ids that the record is about
   * @param change writes the record; to be called once
   */
  <T> T make(Transaction tx, String kind, Set<ProfileId> subjects, Supplier<T> change);

  /**
   * Is told of a record right after it was written; does nothing unless overridden.
   *
   * @param tx the transaction that wrote it
   * @param record as it is now
   */
  default void made(Transaction tx, StoredRecord record) {}
}

package io.customerhub.contract;

import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;

/** What the contracts of all stores share: a storage for each test, and short ways into it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
abstract class StoreContract {

  Storage storage;

  abstract Storage open();

  @BeforeEach
  void openStorage() {
    storage = open();
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  /** Runs work in a transaction of its own. */
  void write(Consumer<Transaction> work) {
    storage.inTransaction(
        tx -> {
          work.accept(tx);
          return null;
        });
  }

  /** Returns what work finds in a transaction of its own. */
  <T extends @Nullable Object> T read(Function<Transaction, T> work) {
    return storage.inTransaction(work);
  }

  // The same for each kind of result, so that the compiler can choose among the assertions.

  <T> List<T> list(Function<Transaction, List<T>> work) {
    return storage.inTransaction(work);
  }

  <T> Optional<T> optional(Function<Transaction, Optional<T>> work) {
    return storage.inTransaction(work);
  }

  <K, V> Map<K, V> map(Function<Transaction, Map<K, V>> work) {
    return storage.inTransaction(work);
  }

  long number(Function<Transaction, Long> work) {
    return storage.inTransaction(work);
  }

  boolean flag(Function<Transaction, Boolean> work) {
    return storage.inTransaction(work);
  }

  /** Runs work in a transaction that is rolled back. */
  void rolledBack(Consumer<Transaction> work) {
    try {
      write(
          tx -> {
            work.accept(tx);
            throw new RolledBack();
          });
    } catch (RolledBack expected) {
      return;
    }
    throw new AssertionError("the exception of the work did not reach the caller");
  }

  /** Thrown to roll back. */
  static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

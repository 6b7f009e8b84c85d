package io.customerhub.engine;

import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A storage whose every transaction reads ahead and writes at its end, as a batch's does. */
record BufferedStorage(Storage storage) implements Storage {

  @Override
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    return storage.inTransaction(
        tx -> {
          BufferedTransaction buffered = new BufferedTransaction(tx);
          T result = work.apply(buffered);
          buffered.flush();
          return result;
        });
  }

  @Override
  public void close() {
    storage.close();
  }
}

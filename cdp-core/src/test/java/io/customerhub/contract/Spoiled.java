package io.customerhub.contract;

import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A storage that does not say that its transactions run one at a time, and whose process may end
 * right after each commit.
 *
 * @param storage what keeps everything
 * @param crashing whether nothing runs after a commit
 */
public record Spoiled(Storage storage, boolean crashing) implements Storage {

  @Override
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    return storage.inTransaction(tx -> work.apply(spoiled(tx)));
  }

  @Override
  public void close() {
    storage.close();
  }

  private Transaction spoiled(Transaction tx) {
    return (Transaction)
        Proxy.newProxyInstance(
            Transaction.class.getClassLoader(),
            new Class<?>[] {Transaction.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("isSerial")) {
                return false;
              }
              if (crashing && method.getName().equals("afterCommit")) {
                return null;
              }
              try {
                return method.invoke(tx, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}

package io.customerhub.contract;

import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A storage in whose transactions something else happens once, before one of the calls. */
final class Interrupted implements Storage {

  private final Storage storage;
  private final AtomicInteger callsLeft;
  private final Consumer<Transaction> meanwhile;

  /**
   * Creates one.
   *
   * @param call before which call of a store, counted over all transactions; 0 is the first
   * @param meanwhile what happens, within the transaction
   */
  Interrupted(Storage storage, int call, Consumer<Transaction> meanwhile) {
    this.storage = storage;
    this.callsLeft = new AtomicInteger(call);
    this.meanwhile = meanwhile;
  }

  /** Returns whether there were as many calls. */
  boolean isInterrupted() {
    return callsLeft.get() < 0;
  }

  @Override
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    return storage.inTransaction(tx -> work.apply(interrupted(tx)));
  }

  @Override
  public void close() {
    storage.close();
  }

  private Transaction interrupted(Transaction tx) {
    return proxy(
        Transaction.class,
        (method, arguments) -> {
          Object result = call(tx, method, arguments);
          return method.getReturnType().isInterface()
              ? proxy(method.getReturnType(), (m, a) -> counted(tx, result, m, a))
              : result;
        });
  }

  private @Nullable Object counted(
      Transaction tx, @Nullable Object store, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (callsLeft.getAndDecrement() == 0) {
      meanwhile.accept(tx);
    }
    return call(store, method, arguments);
  }

  private interface Handler {
    @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable;
  }

  private static @Nullable Object call(
      @Nullable Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            Transaction.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> handler.call(method, arguments)));
  }
}

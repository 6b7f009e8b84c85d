package io.customerhub.engine;

import io.customerhub.spi.ConflictException;
import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A storage that counts what is asked of it.
 *
 * @param calls how often each method of a store was called, as {@code SuppressionStore.secret}
 * @param most events that can be appended at once
 */
record Counted(Storage storage, Map<String, Integer> calls, int most) implements Storage {

  Counted(Storage storage) {
    this(storage, new TreeMap<>(), Integer.MAX_VALUE);
  }

  /** Returns a storage that never lets so many events through at once, as if it met others. */
  static Counted contended(Storage storage, int most) {
    return new Counted(storage, new TreeMap<>(), most);
  }

  @Override
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    return storage.inTransaction(tx -> work.apply(counted(Transaction.class, tx)));
  }

  @Override
  public void close() {
    storage.close();
  }

  int calls(String method) {
    return calls.getOrDefault(method, 0);
  }

  private <T> T counted(Class<T> type, T store) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              String call = type.getSimpleName() + "." + method.getName();
              calls.merge(call, 1, Integer::sum);
              if (call.equals("EventStore.appendAll")
                  && ((Collection<?>) arguments[0]).size() > most) {
                throw new ConflictException("met another", null);
              }
              Object result = invoke(store, method, arguments);
              return type == Transaction.class && method.getReturnType().isInterface()
                  ? counted(method, result)
                  : result;
            }));
  }

  @SuppressWarnings("unchecked") // a method returns what it says
  private Object counted(Method method, Object result) {
    return counted((Class<Object>) method.getReturnType(), result);
  }

  private static Object invoke(Object store, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}

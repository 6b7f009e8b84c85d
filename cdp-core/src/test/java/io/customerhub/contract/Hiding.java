package io.customerhub.contract;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.CandidateStore;
import io.customerhub.spi.CandidateStore.Block;
import io.customerhub.spi.ProfileStore;
import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A storage whose index has lost a member: one look-up does not find it.
 *
 * @param storage what keeps everything
 * @param lookUp the name of the method that does not find it: {@code holding} or {@code lookUp}
 * @param lost the member
 */
record Hiding(Storage storage, String lookUp, ProfileId lost) implements Storage {

  @Override
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    return storage.inTransaction(tx -> work.apply(hiding(tx)));
  }

  @Override
  public void close() {
    storage.close();
  }

  private Transaction hiding(Transaction tx) {
    return proxy(
        Transaction.class,
        (proxy, method, arguments) -> {
          Object result = call(() -> method.invoke(tx, arguments));
          return switch (method.getName()) {
            case "profiles" -> proxy(ProfileStore.class, forgetting(result));
            case "candidates" -> proxy(CandidateStore.class, forgetting(result));
            default -> result;
          };
        });
  }

  private InvocationHandler forgetting(Object store) {
    return (proxy, method, arguments) -> {
      Object result = call(() -> method.invoke(store, arguments));
      return method.getName().equals(lookUp) ? without(result) : result;
    };
  }

  private @Nullable Object without(@Nullable Object result) {
    if (result instanceof Map<?, ?> blocks) {
      Map<Object, Object> left = new TreeMap<>();
      blocks.forEach((key, block) -> left.put(key, without(block)));
      return left;
    }
    if (result instanceof Block block) {
      return new Block(
          block.members().stream().filter(one -> !one.equals(lost)).toList(), block.generic());
    }
    List<Object> left = new ArrayList<>((List<?>) result);
    left.removeIf(one -> lost.equals(one instanceof Member member ? member.id() : one));
    return left;
  }

  private interface Call {
    @Nullable Object run() throws ReflectiveOperationException;
  }

  private static @Nullable Object call(Call call) throws Throwable {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Transaction.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}

package io.customerhub.storage.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that fails once, at a call chosen beforehand. Not thread-safe. */
final class Faults {

  /** In what way it fails. */
  enum Kind {
    /** The connection breaks: nothing of the transaction is kept. */
    LOST("08006"),
    /** The call fails, and the connection goes on. */
    REFUSED("58030"),
    /** As if another transaction had been in the way. */
    CONFLICT("40001"),
    /** The connection breaks at the commit, before it is done. */
    COMMIT_LOST("08006"),
    /** The connection breaks at the commit, when it is done. */
    ANSWER_LOST("08006");

    private final String state;

    Kind(String state) {
      this.state = state;
    }

    /** Whether only commits fail. */
    boolean isOfCommit() {
      return this == COMMIT_LOST || this == ANSWER_LOST;
    }

    private boolean counts(String call) {
      return isOfCommit() ? call.equals("commit") : CALLS.contains(call);
    }

    private boolean breaks() {
      return state.startsWith("08");
    }
  }

  private static final Set<String> CALLS =
      Set.of(
          "getConnection",
          "setAutoCommit",
          "createStatement",
          "prepareStatement",
          "execute",
          "executeQuery",
          "executeUpdate",
          "executeBatch",
          "commit",
          "rollback",
          "close");

  private Kind kind = Kind.LOST;
  private int left;

  /** Lets a call fail, counted from 1; of the kinds of a commit, commits are counted. */
  void arm(Kind how, int call) {
    kind = how;
    left = call;
  }

  /** Lets no call fail any more; returns whether one did. */
  boolean disarm() {
    boolean hit = left == 0;
    left = -1;
    return hit;
  }

  DataSource over(DataSource real) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          if (isDue(method)) {
            throw failure();
          }
          Object result = call(real, method, arguments);
          return result instanceof Connection connection ? new Broken(connection).proxy() : result;
        });
  }

  private boolean isDue(Method method) {
    return left > 0 && kind.counts(method.getName()) && --left == 0;
  }

  private SQLException failure() {
    return new SQLException("as planned", kind.state);
  }

  /** A connection that may break; then its transaction is rolled back, as a server does. */
  private final class Broken {

    private final Connection real;
    private boolean broken;

    Broken(Connection real) {
      this.real = real;
    }

    Connection proxy() {
      return Faults.proxy(Connection.class, (method, arguments) -> on(real, method, arguments));
    }

    private @Nullable Object on(Object target, Method method, Object[] arguments) throws Throwable {
      boolean closes = method.getName().equals("close");
      if (broken) {
        if (closes) {
          return null;
        }
        throw new SQLException("broken before", "08003");
      }
      if (isDue(method)) {
        fail(target, method, arguments);
      }
      Object result = call(target, method, arguments);
      return result instanceof Statement statement ? statement(statement, method) : result;
    }

    private Object statement(Statement statement, Method prepared) {
      return Faults.proxy(
          prepared.getReturnType(), (method, arguments) -> on(statement, method, arguments));
    }

    private void fail(Object target, Method method, Object[] arguments) throws Throwable {
      boolean givesBack = target == real && method.getName().equals("close");
      if (kind == Kind.ANSWER_LOST || method.getName().equals("close")) {
        call(target, method, arguments);
      }
      if (kind.breaks() && !givesBack) {
        real.rollback();
        real.close();
      }
      broken = kind.breaks() || givesBack;
      throw failure();
    }
  }

  private interface Handler {
    @Nullable Object handle(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            Faults.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> handler.handle(method, arguments)));
  }

  private static @Nullable Object call(Object target, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}

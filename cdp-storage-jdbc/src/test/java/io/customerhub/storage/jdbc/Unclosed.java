package io.customerhub.storage.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A connection that closing leaves open, to look at what was left of it. */
record Unclosed(Connection connection) {

  Connection proxy() {
    return (Connection)
        Proxy.newProxyInstance(
            Unclosed.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) ->
                method.getName().equals("close") ? null : call(method, arguments));
  }

  private @Nullable Object call(java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}

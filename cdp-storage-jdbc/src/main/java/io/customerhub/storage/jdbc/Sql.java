package io.customerhub.storage.jdbc;

import io.customerhub.spi.ConflictException;
import io.customerhub.spi.StorageException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs prepared statements in one transaction; each is prepared once. */
final class Sql implements AutoCloseable {

  /** Most SELECTs in one statement, a size of {@link Keys}. */
  private static final int SELECTS = 64;

  private final Connection connection;
  private final SqlDialect dialect;
  private final TableNames names;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private @Nullable StorageException failure;

  Sql(Connection connection, SqlDialect dialect, TableNames names) {
    this.connection = connection;
    this.dialect = dialect;
    this.names = names;
  }

  <T> List<T> list(String sql, Params.Binding binding, Row.Reading<T> reading) {
    try {
      PreparedStatement statement = prepare(sql);
      binding.to(new Params(statement));
      return read(statement, reading);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  <T> Optional<T> find(String sql, Params.Binding binding, Row.Reading<T> reading) {
    List<T> found = list(sql, binding, reading);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  long count(String sql, Params.Binding binding) {
    return list(sql, binding, Row::number).get(0);
  }

  /**
   * Returns the rows found for keys, in no particular order.
   *
   * @param sql with {@link Keys#PLACE} before its other parameters
   */
  <K, T> List<T> listByKeys(
      String sql,
      Keys<K> kind,
      Collection<? extends K> keys,
      Params.Binding rest,
      Row.Reading<T> reading) {
    List<T> found = new ArrayList<>();
    List<K> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += Keys.largest()) {
      List<K> some = all.subList(from, Math.min(all.size(), from + Keys.largest()));
      int size = Keys.sizeFor(some.size());
      found.addAll(list(kind.into(sql, size), bound(kind, some, size, rest), reading));
    }
    return found;
  }

  private static <K> Params.Binding bound(
      Keys<K> kind, List<K> keys, int size, Params.Binding rest) {
    return params -> {
      for (K key : keys) {
        kind.binding().to(params, key);
      }
      params.nothing((size - keys.size()) * kind.types().size());
      rest.to(params);
    };
  }

  /**
   * Returns the rows of a SELECT with a limit for each key, in one trip for many keys and in no
   * particular order.
   *
   * @param parameters how many there are in the SELECT; the last one is its limit
   */
  <K, T> List<T> listForEach(
      String sql,
      Collection<? extends K> keys,
      int parameters,
      Params.ItemBinding<K> binding,
      Row.Reading<T> reading) {
    List<T> found = new ArrayList<>();
    List<K> every = List.copyOf(keys);
    for (int from = 0; from < every.size(); from += SELECTS) {
      List<K> some = every.subList(from, Math.min(every.size(), from + SELECTS));
      int size = Keys.sizeFor(some.size());
      String one = "(" + sql + ")";
      Params.Binding all =
          params -> {
            for (K key : some) {
              binding.to(params, key);
            }
            for (int i = some.size(); i < size; i++) {
              params.nothing(parameters - 1).number(1);
            }
          };
      found.addAll(list(one + (" UNION ALL " + one).repeat(size - 1), all, reading));
    }
    return found;
  }

  /**
   * Changes the rows found for keys, and returns how many.
   *
   * @param sql with {@link Keys#PLACE} before its other parameters
   */
  <K> long updateByKeys(
      String sql, Keys<K> kind, Collection<? extends K> keys, Params.Binding rest) {
    long changed = 0;
    List<K> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += Keys.largest()) {
      List<K> some = all.subList(from, Math.min(all.size(), from + Keys.largest()));
      int size = Keys.sizeFor(some.size());
      changed += update(kind.into(sql, size), bound(kind, some, size, rest));
    }
    return changed;
  }

  /** Locks the rows that a SELECT finds until the transaction ends. */
  void lock(String sql, Params.Binding binding) {
    list(sql + dialect.rowLock(), binding, row -> row);
  }

  /** Locks the rows found for keys until the transaction ends. */
  <K, T> List<T> lockByKeys(
      String sql,
      Keys<K> kind,
      Collection<? extends K> keys,
      Params.Binding rest,
      Row.Reading<T> reading) {
    return listByKeys(sql + dialect.rowLock(), kind, keys, rest, reading);
  }

  /** Returns a SELECT that keeps the rows it finds from being deleted until the end. */
  String keeping(String select) {
    return select + dialect.sharedLock();
  }

  /** Locks those of the rows found for keys that no other transaction has locked. */
  <K, T> List<T> lockFree(
      String sql,
      Keys<K> kind,
      Collection<? extends K> keys,
      Params.Binding rest,
      Row.Reading<T> reading) {
    return listByKeys(sql + dialect.rowLock() + " SKIP LOCKED", kind, keys, rest, reading);
  }

  /** Whether many rows can be locked at once in the order that a SELECT demands. */
  boolean locksInOrder() {
    return dialect.locksInOrder();
  }

  /** Locks the rows that a SELECT finds for keys, given in the order in which to lock them. */
  <K> void lockByKeys(String sql, Keys<K> kind, Collection<? extends K> keys, Params.Binding rest) {
    listByKeys(sql + dialect.rowLock() + " OF m", kind, keys, rest, row -> row);
  }

  int update(String sql, Params.Binding binding) {
    try {
      PreparedStatement statement = prepare(sql);
      binding.to(new Params(statement));
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Inserts a row and returns true, or returns false if its key is there. */
  boolean insert(String sql, Params.Binding binding) {
    String ifAbsent = sql + dialect.ifAbsent();
    try {
      PreparedStatement statement = prepare(ifAbsent);
      binding.to(new Params(statement));
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      if (dialect.survivesKnownKeys() && Failures.isUniqueKey(e)) {
        return false;
      }
      throw failed(sql, e);
    }
  }

  /** Inserts rows; returns for each whether its key was not there. */
  <T> boolean[] insertAll(String sql, Collection<T> items, Params.ItemBinding<T> binding) {
    int[] counts = batch(sql + dialect.ifAbsent(), items, binding);
    boolean[] inserted = new boolean[counts.length];
    for (int i = 0; i < counts.length; i++) {
      inserted[i] = counts[i] == 1 || counts[i] == Statement.SUCCESS_NO_INFO;
    }
    return inserted;
  }

  /** Runs a statement for each item; returns how many rows each touched. */
  <T> int[] batch(String sql, Collection<T> items, Params.ItemBinding<T> binding) {
    if (items.isEmpty()) {
      return new int[0];
    }
    try {
      PreparedStatement statement = prepare(sql);
      for (T item : items) {
        binding.to(new Params(statement), item);
        statement.addBatch();
      }
      return statement.executeBatch();
    } catch (BatchUpdateException e) {
      return countsWithoutKnownKeys(sql, e);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Returns the exception to throw on meeting another; the transaction cannot commit any more. */
  ConflictException conflict(String message) {
    ConflictException conflict = new ConflictException(message, null);
    remember(conflict);
    return conflict;
  }

  /** Refuses to commit after a failure, should the work have passed over it. */
  void requireNoFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(names.in(dialect.joined(sql)));
      prepared.put(sql, statement);
    }
    return statement;
  }

  private static <T> List<T> read(PreparedStatement statement, Row.Reading<T> reading)
      throws SQLException {
    try (ResultSet results = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (results.next()) {
        rows.add(reading.from(new Row(results)));
      }
      return rows;
    }
  }

  private StorageException failed(String sql, SQLException cause) {
    StorageException failed = Failures.of(sql, cause);
    remember(failed);
    return failed;
  }

  /** The first one tells why; those after it may only tell that there was one. */
  private void remember(StorageException failed) {
    if (failure == null) {
      failure = failed;
    }
  }

  private int[] countsWithoutKnownKeys(String sql, BatchUpdateException failure) {
    for (SQLException e = failure; e != null; e = e.getNextException()) {
      if (!dialect.survivesKnownKeys() || !Failures.isUniqueKey(e)) {
        throw failed(sql, e);
      }
    }
    return Arrays.stream(failure.getUpdateCounts()).map(count -> Math.max(count, 0)).toArray();
  }
}

package io.customerhub.storage.jdbc;

import io.customerhub.spi.AfterCommit;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StorageException;
import io.customerhub.spi.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one tenant's hub in a relational database; supported are H2 and PostgreSQL.
 *
 * <pre>{@code
 * Storage storage = JdbcStorage.builder(dataSource).tenant("acme").build();
 * }</pre>
 *
 * <p>Each transaction takes a connection from the data source, runs at READ COMMITTED, and gives
 * the connection back with the settings it came with. A transaction that meets a concurrent one is
 * rolled back and run again after a short random pause, for up to ten seconds unless set otherwise.
 * A failure while committing is not retried, as it is not known whether the commit was done.
 *
 * <p>The data source is the host's and is never closed. Messages and logs carry ids and SQLStates,
 * never values.
 *
 * <p>Thread-safe.
 */
public final class JdbcStorage implements Storage {

  private final Connections connections;
  private final SqlDialect dialect;
  private final TableNames names;
  private final String tenant;
  private final Attempts attempts;
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private JdbcStorage(
      DataSource dataSource, SqlDialect dialect, TableNames names, String tenant, Duration retry) {
    this.connections = new Connections(dataSource, dialect);
    this.dialect = dialect;
    this.names = names;
    this.tenant = tenant;
    this.attempts = new Attempts(retry);
  }

  /**
   * Opens the storage of the tenant {@code default}, and adds the tables that are missing.
   *
   * @throws StorageException if the database cannot be reached or is not supported
   */
  public static JdbcStorage create(DataSource dataSource) {
    return builder(dataSource).build();
  }

  /** Returns a builder. */
  public static Builder builder(DataSource dataSource) {
    return new Builder(Objects.requireNonNull(dataSource, "dataSource"));
  }

  @Override
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    Objects.requireNonNull(work, "work");
    if (closed) {
      throw new IllegalStateException("the storage is closed");
    }
    if (!running.add(Thread.currentThread())) {
      throw new IllegalStateException("a transaction is running on this thread already");
    }
    Committed<T> committed;
    try {
      committed = attempts.run(() -> attempt(work));
    } finally {
      running.remove(Thread.currentThread());
    }
    committed.afterCommit().run();
    return committed.result();
  }

  /** Refuses transactions from now on; those that run go on. A second call does nothing. */
  @Override
  public void close() {
    closed = true;
  }

  private record Committed<T extends @Nullable Object>(T result, AfterCommit afterCommit) {}

  private <T extends @Nullable Object> Committed<T> attempt(Function<Transaction, T> work) {
    AfterCommit afterCommit = new AfterCommit();
    try (Borrowed borrowed = connections.begin()) {
      T result = run(work, borrowed.connection(), afterCommit);
      commit(borrowed);
      return new Committed<>(result, afterCommit);
    } catch (SQLException e) {
      throw Failures.of("a transaction's begin or end", e);
    }
  }

  private <T extends @Nullable Object> T run(
      Function<Transaction, T> work, Connection connection, AfterCommit afterCommit)
      throws SQLException {
    try (Sql sql = new Sql(connection, dialect, names)) {
      T result = work.apply(new JdbcTransaction(sql, tenant, afterCommit));
      sql.requireNoFailure();
      return result;
    }
  }

  private static void commit(Borrowed borrowed) {
    try {
      borrowed.commit();
    } catch (SQLException e) {
      StorageException failure = Failures.of("commit", e);
      throw failure instanceof LostConnectionException
          ? new StorageException("it is not known whether the commit was done", failure)
          : failure;
    }
  }

  /** Settings of a {@link JdbcStorage}. Not thread-safe. */
  public static final class Builder {

    private static final int TENANT_LENGTH = 64;

    private final DataSource dataSource;
    private String tenant = "default";
    private TableNames names = new TableNames(TableNames.DEFAULT_PREFIX);
    private SchemaMode schema = SchemaMode.MIGRATE;
    private Duration retryFor = Duration.ofSeconds(10);

    private Builder(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    /**
     * Sets whose data this is; {@code default} if not set. Tenants share tables and never meet.
     *
     * @throws IllegalArgumentException if it is blank or longer than 64 characters
     */
    public Builder tenant(String tenant) {
      if (tenant.isBlank() || tenant.length() > TENANT_LENGTH) {
        throw new IllegalArgumentException("tenant: expected 1 to 64 characters, not blank");
      }
      this.tenant = tenant;
      return this;
    }

    /**
     * Sets what the names of all tables begin with; {@code cdp_} if not set.
     *
     * @throws IllegalArgumentException unless 1 to 30 lower-case letters, digits or _, a letter
     *     first
     */
    public Builder tablePrefix(String prefix) {
      this.names = new TableNames(prefix);
      return this;
    }

    /** Sets what is done about the tables; {@link SchemaMode#MIGRATE} if not set. */
    public Builder schema(SchemaMode mode) {
      this.schema = Objects.requireNonNull(mode, "mode");
      return this;
    }

    /**
     * Sets for how long a transaction that meets concurrent ones is run again; ten seconds if not
     * set.
     *
     * @throws IllegalArgumentException if negative
     */
    public Builder retryFor(Duration time) {
      if (time.isNegative()) {
        throw new IllegalArgumentException("retryFor: " + time + ", expected none or more");
      }
      this.retryFor = time;
      return this;
    }

    /**
     * Opens the storage.
     *
     * @throws StorageException if the database cannot be reached, is not supported, or lacks tables
     *     or columns
     */
    public JdbcStorage build() {
      JdbcSchema tables = new JdbcSchema(dataSource, names);
      if (schema == SchemaMode.MIGRATE) {
        tables.migrate();
      } else if (schema == SchemaMode.VALIDATE) {
        tables.validate();
      }
      return new JdbcStorage(dataSource, tables.dialect(), names, tenant, retryFor);
    }
  }
}

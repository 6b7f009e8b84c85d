package io.customerhub.storage.jdbc;

import io.customerhub.spi.AfterCommit;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StorageException;
import io.customerhub.spi.Transaction;
import io.customerhub.storage.jdbc.Attempt.Committed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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
 * rolled back and run again after a short random pause, for up to ten seconds unless set otherwise;
 * from the third time on alone, as far as this process goes. A failure while committing is not
 * retried, as it is not known whether the commit was done. H2 writes to its file after it has
 * answered, see {@link Builder#forceToDisk}.
 *
 * <p>Calls can be part of a transaction of the host's own: on a connection that it hands over, see
 * {@link #join}, or wherever the data source itself hands out the connection of the running
 * transaction, see {@link Builder#hostTransactions}.
 *
 * <p>The data source is the host's and is never closed. Messages and logs carry ids and SQLStates,
 * never values. Thread-safe.
 */
public final class JdbcStorage implements Storage {

  private final DataSource dataSource;
  private final Hosts hosts;
  private final SqlDialect dialect;
  private final TableNames names;
  private final String tenant;
  private final Attempts attempts;
  private final Turns turns = new Turns();
  private final boolean forced;
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private final Map<Thread, HostTransaction> joined = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private JdbcStorage(Builder settings, SqlDialect dialect) {
    this.dataSource = settings.dataSource;
    this.hosts = settings.hosts;
    this.dialect = dialect;
    this.names = settings.names;
    this.tenant = settings.tenant;
    this.attempts = new Attempts(settings.retryFor);
    this.forced = settings.forced;
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
      committed = committed(work);
    } finally {
      running.remove(Thread.currentThread());
    }
    committed.afterCommit().run();
    return committed.result();
  }

  /**
   * Takes part in a transaction of the host's own, by plain JDBC.
   *
   * @param connection on this database, with autocommit off and at READ COMMITTED
   */
  public HostTransaction join(Connection connection) {
    return new HostTransaction(this, Objects.requireNonNull(connection, "connection"));
  }

  /** Refuses transactions from now on; those that run go on. A second call does nothing. */
  @Override
  public void close() {
    closed = true;
  }

  <T extends @Nullable Object> T within(HostTransaction host, Supplier<T> calls) {
    if (joined.putIfAbsent(Thread.currentThread(), host) != null) {
      throw new IllegalStateException("this thread takes part in a host's transaction already");
    }
    try {
      Joined.requireJoinable(host.connection());
      return calls.get();
    } catch (SQLException e) {
      throw Failures.of("taking part in the host's transaction", e);
    } finally {
      joined.remove(Thread.currentThread());
    }
  }

  private <T extends @Nullable Object> Committed<T> committed(Function<Transaction, T> work) {
    HostTransaction host = joined.get(Thread.currentThread());
    if (host != null) {
      return join(new Joined(host.connection(), host::later), work);
    }
    return attempts.run(attempt -> attempt(attempt, work)).orThrow();
  }

  private <T extends @Nullable Object> Attempt<T> attempt(
      int attempt, Function<Transaction, T> work) {
    try {
      Connection connection = dataSource.getConnection();
      return hosts.own(connection)
          ? new Attempt<>(alone(attempt, connection, work), null)
          : joining(connection, work);
    } catch (SQLException e) {
      throw Failures.of("a transaction's begin or end", e);
    }
  }

  /** What fails in the host's transaction is not tried again. */
  private <T extends @Nullable Object> Attempt<T> joining(
      Connection connection, Function<Transaction, T> work) throws SQLException {
    try (connection) {
      return new Attempt<>(join(new Joined(connection, hosts::later), work), null);
    } catch (StorageException e) {
      return new Attempt<>(null, e);
    }
  }

  private <T extends @Nullable Object> Committed<T> join(
      Joined host, Function<Transaction, T> work) {
    T result = host.run(work, this::statements, (sql, actions) -> stores(sql, actions, true));
    return new Committed<>(result, new AfterCommit());
  }

  private Sql statements(Connection connection) {
    return new Sql(connection, dialect, names);
  }

  private Transaction stores(Sql sql, AfterCommit afterCommit, boolean partOfHosts) {
    return new JdbcTransaction(sql, tenant, afterCommit, partOfHosts);
  }

  private <T extends @Nullable Object> Committed<T> alone(
      int attempt, Connection connection, Function<Transaction, T> work) throws SQLException {
    AfterCommit afterCommit = new AfterCommit();
    try (Borrowed borrowed = Borrowed.of(connection, dialect)) {
      return turns.take(
          attempt,
          () -> {
            T result;
            try (Sql sql = statements(connection)) {
              result = work.apply(stores(sql, afterCommit, false));
              sql.requireNoFailure();
            }
            borrowed.commit(forced);
            return new Committed<>(result, afterCommit);
          });
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
    private Hosts hosts = Hosts.UNKNOWN;
    private boolean forced;

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
     * Sets for how long what meets concurrent transactions is run again; ten seconds if not set.
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
     * Makes H2, as an administrator, write and force each commit to the disk before a call returns;
     * not if not set, nor in transactions of the host. PostgreSQL does so by itself.
     */
    public Builder forceToDisk() {
      forced = true;
      return this;
    }

    /**
     * Makes connections that the data source hands out with autocommit off part of a running
     * transaction of the host: they are never committed or rolled back, as explained at {@link
     * HostTransaction}. So it is with Spring's {@code TransactionAwareDataSourceProxy}, where
     * {@code afterCommit} registers a {@code TransactionSynchronization}. If neither this nor
     * {@link #ownTransactions} is set, such connections are refused.
     *
     * @param afterCommit takes what is to run when the host's running transaction has committed
     * @throws IllegalStateException if {@link #ownTransactions} is set
     */
    public Builder hostTransactions(Consumer<Runnable> afterCommit) {
      hosts = hosts.or(Hosts.joined(Objects.requireNonNull(afterCommit, "afterCommit")));
      return this;
    }

    /**
     * Says that autocommit is off on all connections of the data source, as pools can be set, and
     * that this means no transaction of the host: each transaction of the hub is committed.
     *
     * @throws IllegalStateException if {@link #hostTransactions} is set
     */
    public Builder ownTransactions() {
      hosts = hosts.or(Hosts.NONE);
      return this;
    }

    /**
     * Opens the storage.
     *
     * @throws StorageException if the database cannot be reached, is not supported, or lacks tables
     *     or columns
     * @throws IllegalStateException within a transaction of the host, or if autocommit is off and
     *     {@link #ownTransactions} is not set
     */
    public JdbcStorage build() {
      hosts.requireOutside(dataSource);
      JdbcSchema tables = new JdbcSchema(dataSource, names);
      if (schema == SchemaMode.MIGRATE) {
        tables.migrate();
      } else if (schema == SchemaMode.VALIDATE) {
        tables.validate();
      }
      return new JdbcStorage(this, tables.dialect());
    }
  }
}

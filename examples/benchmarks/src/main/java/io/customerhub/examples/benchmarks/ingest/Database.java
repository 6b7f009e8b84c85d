package io.customerhub.examples.benchmarks.ingest;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.spi.Storage;
import io.customerhub.storage.jdbc.JdbcStorage;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Where contenders write to.
 *
 * @param name what to call it
 * @param pool empty for memory, where nothing can be written by hand
 */
public record Database(String name, Optional<HikariDataSource> pool) implements AutoCloseable {

  /** Returns none: all stays in memory. */
  public static Database memory() {
    return new Database("memory", Optional.empty());
  }

  /** Returns a new H2 in this process. */
  public static Database h2() {
    return new Database("H2", Optional.of(pool("jdbc:h2:mem:" + UUID.randomUUID())));
  }

  /** Returns a PostgreSQL that runs already. */
  public static Database postgres(String url) {
    return new Database("PostgreSQL", Optional.of(pool(url)));
  }

  /** Returns a storage that nobody wrote to before. */
  public Storage storage() {
    return pool.<Storage>map(Database::unused).orElseGet(MemoryStorage::create);
  }

  private static Storage unused(DataSource source) {
    return JdbcStorage.builder(source).tenant(UUID.randomUUID().toString()).build();
  }

  private static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(2);
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    pool.ifPresent(HikariDataSource::close);
  }
}

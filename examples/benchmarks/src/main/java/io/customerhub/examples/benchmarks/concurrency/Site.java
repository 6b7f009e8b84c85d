package io.customerhub.examples.benchmarks.concurrency;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.customerhub.CustomerHub;
import io.customerhub.storage.jdbc.JdbcStorage;
import java.time.Duration;

/** A database of one tenant, as one process sees it. */
record Site(HikariDataSource pool, CountedStorage storage, CustomerHub hub)
    implements AutoCloseable {

  /** Long: on a busy machine every conflict takes its time, and what counts is the outcome. */
  private static final Duration RETRY_FOR = Duration.ofSeconds(60);

  static Site open(String url, String tenant, int threads) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(threads);
    HikariDataSource pool = new HikariDataSource(config);
    CountedStorage storage =
        new CountedStorage(JdbcStorage.builder(pool).tenant(tenant).retryFor(RETRY_FOR).build());
    return new Site(pool, storage, CustomerHub.builder().storage(storage).build());
  }

  void defineSegments() {
    hub.segments().define("buyers", "did \"Order Completed\" at least 2 times");
    hub.segments().define("planned", "trait.plan > 100");
  }

  @Override
  public void close() {
    hub.close();
    pool.close();
  }
}

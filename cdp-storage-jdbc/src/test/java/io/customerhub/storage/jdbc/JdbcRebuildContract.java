package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.contract.RandomEvents;
import io.customerhub.contract.RebuildContract;
import io.customerhub.contract.StateDigest;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.spi.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Adds what only a database can lose: rows of tables that everything else is found by. */
abstract class JdbcRebuildContract extends RebuildContract {

  private int tenants;

  abstract DataSource database();

  @Override
  protected Storage open() {
    return JdbcStorage.builder(database()).tenant("t" + tenants++).build();
  }

  @Test
  void rows_that_were_lost_come_back() throws SQLException {
    for (String table :
        List.of("cdp_holder", "cdp_identifier", "cdp_block", "cdp_member", "cdp_membership")) {
      String tenant = "t" + tenants;
      try (Storage storage = open();
          Storage other = open()) {
        CustomerEngine engine = engine(storage);
        CustomerEngine twin = engine(other);
        fill(engine, 11);
        fill(twin, 11);
        lose(table, tenant);

        engine.rebuild(null, progress -> {});

        assertThat(engine.verify(progress -> {}).violations()).as(table).isEmpty();
        assertThat(StateDigest.of(engine)).as(table).isEqualTo(StateDigest.of(twin));
        new RandomEvents(11, 8).take(80).forEach(engine::ingest);
        assertThat(StateDigest.of(engine))
            .as("%s, replayed", table)
            .isEqualTo(StateDigest.of(twin));
      }
    }
  }

  private void lose(String table, String tenant) throws SQLException {
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate("DELETE FROM " + table + " WHERE tenant = '" + tenant + "'"))
          .isPositive();
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }
}

package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

class PostgresSchemaTest extends JdbcSchemaContract {

  @Override
  JdbcConnectionPool open() {
    return Databases.postgres();
  }

  @Override
  SqlDialect dialect() {
    return SqlDialect.POSTGRESQL;
  }

  /** Else a page that goes on after a text would depend on the locale of the server. */
  @Test
  void every_text_in_a_key_is_compared_byte_by_byte() throws Exception {
    JdbcConnectionPool database = open();
    JdbcSchema.on(database).migrate();
    List<String> others = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet columns =
            statement.executeQuery(
                "SELECT c.relname || '.' || a.attname, o.collname FROM pg_index i"
                    + " JOIN pg_class c ON c.oid = i.indrelid"
                    + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)"
                    + " JOIN pg_collation o ON o.oid = a.attcollation"
                    + " WHERE c.relnamespace = current_schema()::regnamespace"
                    + " AND c.relname <> 'cdp_schema_version'")) {
      int count = 0;
      while (columns.next()) {
        count++;
        if (!columns.getString(2).equals("C")) {
          others.add(columns.getString(1));
        }
      }
      assertThat(count).isGreaterThan(30);
    }
    database.dispose();

    assertThat(others).isEmpty();
  }
}

package io.customerhub.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where the connections of transactions come from. */
final class Connections {

  private final DataSource dataSource;
  private final SqlDialect dialect;

  Connections(DataSource dataSource, SqlDialect dialect) {
    this.dataSource = dataSource;
    this.dialect = dialect;
  }

  /**
   * Begins a transaction on a connection of its own. A host's running transaction would be joined
   * here, by a {@link Borrowed} that neither commits nor closes.
   */
  Borrowed begin() throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      return new Borrowed(connection, dialect);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}

package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row's columns from left to right. */
final class Row {

  private final ResultSet results;
  private int next = 1;

  Row(ResultSet results) {
    this.results = results;
  }

  /** Makes a value of one row. */
  interface Reading<T> {
    T from(Row row) throws SQLException;
  }

  String text() throws SQLException {
    return present(results.getString(next++));
  }

  @Nullable String textOrNull() throws SQLException {
    return results.getString(next++);
  }

  ProfileId id() throws SQLException {
    return new ProfileId(uuid());
  }

  @Nullable ProfileId idOrNull() throws SQLException {
    UUID value = results.getObject(next++, UUID.class);
    return value == null ? null : new ProfileId(value);
  }

  UUID uuid() throws SQLException {
    return present(results.getObject(next++, UUID.class));
  }

  long number() throws SQLException {
    return results.getLong(next++);
  }

  boolean flag() throws SQLException {
    return results.getBoolean(next++);
  }

  Instant time() throws SQLException {
    return present(timeOrNull());
  }

  @Nullable Instant timeOrNull() throws SQLException {
    OffsetDateTime value = results.getObject(next++, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private <T> T present(@Nullable T value) {
    return Objects.requireNonNull(value, () -> "column " + (next - 1));
  }
}

package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets a statement's parameters from left to right. */
final class Params {

  /** What every supported database can hold; what lies beyond is compared as if it were this. */
  private static final Instant MIN = Instant.parse("-4000-01-01T00:00:00Z");

  private static final Instant MAX = Instant.parse("+200000-01-01T00:00:00Z");

  private final PreparedStatement statement;
  private int next = 1;

  Params(PreparedStatement statement) {
    this.statement = statement;
  }

  /** Sets the parameters of one statement. */
  interface Binding {
    void to(Params params) throws SQLException;
  }

  /** Sets the parameters that stand for one item. */
  interface ItemBinding<T> {
    void to(Params params, T item) throws SQLException;
  }

  Params text(@Nullable String value) throws SQLException {
    statement.setString(next++, value);
    return this;
  }

  Params id(@Nullable ProfileId value) throws SQLException {
    return uuid(value == null ? null : value.value());
  }

  Params uuid(@Nullable UUID value) throws SQLException {
    statement.setObject(next++, value);
    return this;
  }

  Params number(long value) throws SQLException {
    statement.setLong(next++, value);
    return this;
  }

  Params real(double value) throws SQLException {
    statement.setDouble(next++, value);
    return this;
  }

  Params flag(boolean value) throws SQLException {
    statement.setBoolean(next++, value);
    return this;
  }

  /** Sets a time to keep, or the latest time to find: what is finer than microseconds is cut. */
  Params time(@Nullable Instant value) throws SQLException {
    if (value == null) {
      statement.setNull(next++, Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      Instant kept = value.truncatedTo(ChronoUnit.MICROS);
      statement.setObject(next++, OffsetDateTime.ofInstant(clamped(kept), ZoneOffset.UTC));
    }
    return this;
  }

  /** Sets the bound of a half-open range: rounded up, as times kept are whole microseconds. */
  Params bound(Instant value) throws SQLException {
    Instant cut = clamped(value).truncatedTo(ChronoUnit.MICROS);
    return time(cut.isBefore(clamped(value)) ? cut.plus(1, ChronoUnit.MICROS) : cut);
  }

  /** Sets parameters to what equals nothing. */
  Params nothing(int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      statement.setNull(next++, Types.NULL);
    }
    return this;
  }

  private static Instant clamped(Instant value) {
    return value.isBefore(MIN) ? MIN : value.isAfter(MAX) ? MAX : value;
  }
}

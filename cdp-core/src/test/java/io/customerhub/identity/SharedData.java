package io.customerhub.identity;

import java.nio.file.Path;

/**
 * Optional data sets beside the checkout; tests that read them are skipped where there are none.
 */
final class SharedData {

  private SharedData() {}

  static Path path(String name) {
    return Path.of(System.getProperty("customerhub.shared.data", "no-shared-data"), name);
  }
}

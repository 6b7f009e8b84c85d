package io.customerhub.storage.jdbc;

import java.util.regex.Pattern;

/**
 * How the tables are called: SQL is written with the default prefix.
 *
 * @param prefix what the names begin with
 */
record TableNames(String prefix) {

  static final String DEFAULT_PREFIX = "cdp_";

  private static final Pattern ALLOWED = Pattern.compile("[a-z][a-z0-9_]{0,29}");
  private static final Pattern NAME = Pattern.compile("\\b" + DEFAULT_PREFIX);

  /** Allows only what is a name in every database without quotes. */
  TableNames {
    if (!ALLOWED.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "tablePrefix: expected 1 to 30 lower-case letters, digits or _, a letter first");
    }
  }

  /** Returns SQL with the names of this prefix. */
  String in(String sql) {
    return prefix.equals(DEFAULT_PREFIX) ? sql : NAME.matcher(sql).replaceAll(prefix);
  }
}

package io.customerhub.storage.jdbc;

import io.customerhub.event.Identifier;
import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A kind of key that is looked up by the many.
 *
 * @param types the SQL types of its columns {@code k1}, {@code k2}, ...
 * @param binding sets the parameters of one key
 */
record Keys<K>(List<String> types, Params.ItemBinding<K> binding) {

  /** Where in a statement the table of keys, {@code k}, is put in. */
  static final String PLACE = "{keys}";

  /**
   * Where in a statement the keys, of one column, are put in as a list: for SELECTs that lock,
   * which H2 cannot join and would otherwise read the whole table for.
   */
  static final String LIST = "{list}";

  static final Keys<ProfileId> IDS = new Keys<>(List.of("UUID"), Params::id);

  static final Keys<UUID> UUIDS = new Keys<>(List.of("UUID"), Params::uuid);

  static final Keys<String> TEXTS = new Keys<>(List.of("VARCHAR"), Params::text);

  static final Keys<Identifier> IDENTIFIERS =
      new Keys<>(
          List.of("VARCHAR", "VARCHAR"),
          (params, key) -> params.text(key.namespace()).text(key.value()));

  /** Few sizes, so that statements are prepared once for many look-ups. */
  private static final int[] SIZES = {1, 4, 16, 64, 256, 512};

  /**
   * Returns the join of a table to each row before it, by its index. Written out by {@link
   * SqlDialect#joined}.
   *
   * @param table with its alias of one letter
   * @param on the condition
   */
  static String each(String table, String on) {
    return " {each " + table + " ON " + on + "}";
  }

  /** Returns the same join, which keeps rows that nothing is found for. */
  static String any(String table, String on) {
    return " {any " + table + " ON " + on + "}";
  }

  /** Returns how many rows of keys a statement for up to this many keys has. */
  static int sizeFor(int keys) {
    return IntStream.of(SIZES).filter(size -> size >= keys).findFirst().orElse(largest());
  }

  static int largest() {
    return SIZES[SIZES.length - 1];
  }

  /** Returns a statement with a table of this many keys put in. */
  String into(String sql, int size) {
    String first = row(types.stream().map(type -> "CAST(? AS " + type + ")").toList());
    String other = row(types.stream().map(type -> "?").toList());
    String columns =
        IntStream.rangeClosed(1, types.size())
            .mapToObj(n -> "k" + n)
            .collect(Collectors.joining(","));
    String table = "(VALUES " + first + ("," + other).repeat(size - 1) + ") k(" + columns + ")";
    return sql.replace(PLACE, table).replace(LIST, "(?" + ",?".repeat(size - 1) + ")");
  }

  private static String row(List<String> values) {
    return "(" + String.join(",", values) + ")";
  }
}

package io.customerhub.storage.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A numbered script.
 *
 * @param name such as {@code V1__customer_hub.sql}
 * @param text its SQL
 */
record Script(String name, String text) {

  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);

  /** A column stands on its own line, indented by two, in lower case; constraints are not. */
  private static final Pattern COLUMN = Pattern.compile("(?m)^  ([a-z]\\w*) ");

  private static final Pattern ADDED =
      Pattern.compile("ALTER TABLE (\\w+)\\s+ADD COLUMN IF NOT EXISTS (\\w+) ");

  private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");

  static List<Script> of(SqlDialect dialect, TableNames names) {
    return dialect.scripts().stream()
        .map(name -> new Script(name, names.in(load(dialect.folder() + "/" + name))))
        .sorted(Comparator.comparingInt(Script::number))
        .toList();
  }

  int number() {
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }

  List<String> statements() {
    return Arrays.stream(COMMENT.matcher(text).replaceAll("").split(";"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  /** Returns the columns of each table that the script creates. */
  Map<String, List<String>> tables() {
    Map<String, List<String>> tables = new TreeMap<>();
    Matcher table = TABLE.matcher(text);
    while (table.find()) {
      List<String> columns = new ArrayList<>();
      COLUMN.matcher(table.group(2)).results().forEach(found -> columns.add(found.group(1)));
      tables.put(table.group(1), columns);
    }
    return tables;
  }

  /** Returns the columns that the script adds to tables of earlier ones. */
  Map<String, List<String>> added() {
    Map<String, List<String>> tables = new TreeMap<>();
    ADDED
        .matcher(text)
        .results()
        .forEach(
            found ->
                tables
                    .computeIfAbsent(found.group(1), table -> new ArrayList<>())
                    .add(found.group(2)));
    return tables;
  }

  private static String load(String path) {
    try (InputStream in = Script.class.getResourceAsStream(path)) {
      byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.customerhub.examples.benchmarks;

import io.customerhub.examples.resolve.UsageException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options of a command line: {@code --name value ...}. */
public final class Arguments {

  private final Map<String, List<String>> values;

  private Arguments(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Reads options.
   *
   * @throws UsageException if one is none of those known, or something stands before the first
   */
  public static Arguments of(List<String> args, String... known) {
    Map<String, List<String>> values = new HashMap<>();
    List<String> current = null;
    for (String arg : args) {
      if (arg.startsWith("--")) {
        requireKnown(arg, Set.of(known));
        current = values.computeIfAbsent(arg, a -> new ArrayList<>());
      } else if (current == null) {
        throw new UsageException("expected an option, found " + arg);
      } else {
        current.add(arg);
      }
    }
    return new Arguments(values);
  }

  private static void requireKnown(String arg, Set<String> known) {
    if (!known.contains(arg)) {
      throw new UsageException("unknown option " + arg);
    }
  }

  /** Returns whether an option was given. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Returns all values of an option, none if it was not given. */
  public List<String> list(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /**
   * Returns the value of an option.
   *
   * @throws UsageException if it was not given, or with several values
   */
  public String text(String name) {
    List<String> given = list(name);
    if (given.size() != 1) {
      throw new UsageException(name + ": expected one value, found " + given.size());
    }
    return given.get(0);
  }

  /** Returns the value of an option, or the other if it was not given. */
  public String text(String name, String other) {
    return has(name) ? text(name) : other;
  }

  /**
   * Returns a whole number that is not negative, or the other if it was not given.
   *
   * @throws UsageException if it is anything else
   */
  public long number(String name, long other) {
    String text = text(name, Long.toString(other)).replace("_", "");
    if (!text.matches("\\d{1,12}")) {
      throw new UsageException(name + ": expected a whole number");
    }
    return Long.parseLong(text);
  }
}

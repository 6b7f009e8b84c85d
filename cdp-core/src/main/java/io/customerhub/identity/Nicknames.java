package io.customerhub.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * English given names and their short forms. Besides relating names it tells two names that only
 * look alike from a typo: Joan is not a mistyped John. Immutable.
 */
final class Nicknames {

  private static final String RESOURCE = "nicknames.txt";

  /** Name to the numbers of the lines it stands in. */
  private final Map<String, Set<Integer>> groups;

  private Nicknames(Map<String, Set<Integer>> groups) {
    this.groups = groups;
  }

  /** Reads the table of this library. */
  static Nicknames english() {
    try (InputStream in = Nicknames.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            RESOURCE + " is missing beside " + Nicknames.class.getName());
      }
      return parse(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  private static Nicknames parse(List<String> lines) {
    Map<String, Set<Integer>> groups = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("#")) {
        for (String name : lines.get(i).split("[: ,]+", -1)) {
          groups.computeIfAbsent(name, n -> new HashSet<>(2)).add(i);
        }
      }
    }
    return new Nicknames(groups);
  }

  /** Returns whether two folded names can be one person's. */
  boolean related(String a, String b) {
    Set<Integer> ofA = groups.get(a);
    Set<Integer> ofB = groups.get(b);
    return ofA != null && ofB != null && ofA.stream().anyMatch(ofB::contains);
  }

  /** Returns whether both folded names are well-known ones of different people. */
  boolean distinct(String a, String b) {
    return !a.equals(b) && groups.containsKey(a) && groups.containsKey(b) && !related(a, b);
  }
}

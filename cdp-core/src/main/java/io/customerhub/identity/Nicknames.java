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

  /** What two names are to each other. */
  enum Relation {
    /** Both can be one person's. */
    RELATED,
    /** Both are well known and of different people. */
    DISTINCT,
    /** One at least is not in the table. */
    UNKNOWN
  }

  /** Name to the numbers of the lines it stands in. */
  private final Map<String, int[]> groups = new HashMap<>();

  private Nicknames(Map<String, Set<Integer>> lines) {
    lines.forEach(
        (name, of) -> groups.put(name, of.stream().mapToInt(Integer::intValue).toArray()));
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

  /** Returns whether a folded name is in the table. */
  boolean knows(String name) {
    return groups.containsKey(name);
  }

  /** Returns what two folded names, which are not equal, are to each other. */
  Relation relation(String a, String b) {
    int[] ofA = groups.get(a);
    int[] ofB = ofA == null ? null : groups.get(b);
    if (ofA == null || ofB == null) {
      return Relation.UNKNOWN;
    }
    return intersect(ofA, ofB) ? Relation.RELATED : Relation.DISTINCT;
  }

  private static boolean intersect(int[] a, int[] b) {
    for (int one : a) {
      for (int other : b) {
        if (one == other) {
          return true;
        }
      }
    }
    return false;
  }
}

package io.customerhub.examples.resolve;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells ids of people from ids of rows: an id that no two rows share says who nobody is, and would
 * hold apart what belongs together.
 */
final class Ids {

  private static final double SHARED = 0.02;

  private Ids() {}

  /** Corrects the meanings of columns that nobody has told. */
  static void check(List<Table> tables, List<List<Meaning>> meanings, Set<String> told) {
    for (int t = 0; t < tables.size(); t++) {
      Table table = tables.get(t);
      for (int c = 0; c < table.header().size(); c++) {
        boolean guessed = meanings.get(t).get(c) == Meaning.ID;
        if (guessed && !told.contains(table.header().get(c)) && !isShared(tables, t, c)) {
          meanings.get(t).set(c, Meaning.ROW_ID);
        }
      }
    }
  }

  /** Within the table, or with a column of the same name in another one. */
  private static boolean isShared(List<Table> tables, int t, int c) {
    List<String> values = tables.get(t).column(c);
    Set<String> own = new HashSet<>(values);
    // So few rows say nothing of how the ids were given.
    if (values.size() < 20 || own.size() < values.size() * (1 - SHARED / 10)) {
      return true;
    }
    String name = Rows.namespace(tables.get(t).header().get(c));
    for (int other = 0; other < tables.size(); other++) {
      List<String> header = tables.get(other).header();
      for (int i = 0; i < header.size() && other != t; i++) {
        if (Rows.namespace(header.get(i)).equals(name)
            && share(own, tables.get(other).column(i)) > SHARED) {
          return true;
        }
      }
    }
    return false;
  }

  private static double share(Set<String> own, List<String> others) {
    return others.isEmpty()
        ? 0
        : (double) others.stream().filter(own::contains).count() / others.size();
  }
}

package io.customerhub.memory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows by key, whose changes can be taken back. */
final class Table<K, V> {

  private final Map<K, V> rows;
  private final UndoLog undo;

  /**
   * Wraps a map.
   *
   * @param rows an empty map of the order that is wanted
   */
  Table(Map<K, V> rows, UndoLog undo) {
    this.rows = rows;
    this.undo = undo;
  }

  /** Returns the rows, to look at only. */
  Map<K, V> rows() {
    return rows;
  }

  @Nullable V get(K key) {
    return rows.get(key);
  }

  boolean has(K key) {
    return rows.containsKey(key);
  }

  void put(K key, V value) {
    V before = rows.get(key);
    undo.add(() -> restore(key, before));
    rows.put(key, value);
  }

  @Nullable V remove(K key) {
    V before = rows.get(key);
    if (before != null) {
      undo.add(() -> restore(key, before));
      rows.remove(key);
    }
    return before;
  }

  private void restore(K key, @Nullable V before) {
    if (before == null) {
      rows.remove(key);
    } else {
      rows.put(key, before);
    }
  }
}

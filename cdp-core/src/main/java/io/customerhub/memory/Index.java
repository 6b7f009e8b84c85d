package io.customerhub.memory;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sorted values by key, whose changes can be taken back. A key without values is not there. */
final class Index<K, V> {

  private final Map<K, NavigableSet<V>> sets;
  private final Comparator<? super V> order;
  private final NavigableSet<V> none;
  private final UndoLog undo;

  /**
   * Wraps a map.
   *
   * @param sets an empty map of the order that is wanted of keys
   * @param order the order of values
   */
  Index(Map<K, NavigableSet<V>> sets, Comparator<? super V> order, UndoLog undo) {
    this.sets = sets;
    this.order = order;
    this.none = new TreeSet<>(order);
    this.undo = undo;
  }

  /** Returns the keys that have values, with them, to look at only. */
  Map<K, NavigableSet<V>> sets() {
    return sets;
  }

  /** Returns the values of a key, to look at only; empty if there are none. */
  NavigableSet<V> of(K key) {
    return sets.getOrDefault(key, none);
  }

  /** Returns the values of any of the keys, each once, sorted. */
  NavigableSet<V> ofAny(Collection<? extends K> keys) {
    return keys.stream()
        .flatMap(key -> of(key).stream())
        .collect(Collectors.toCollection(() -> new TreeSet<>(order)));
  }

  /** Returns the values of a key behind one of them, or all if that is null. */
  Stream<V> after(K key, @Nullable V last) {
    return (last == null ? of(key) : of(key).tailSet(last, false)).stream();
  }

  void add(K key, V value) {
    if (insert(key, value)) {
      undo.add(() -> delete(key, value));
    }
  }

  void remove(K key, V value) {
    if (delete(key, value)) {
      undo.add(() -> insert(key, value));
    }
  }

  private boolean insert(K key, V value) {
    return sets.computeIfAbsent(key, k -> new TreeSet<>(order)).add(value);
  }

  private boolean delete(K key, V value) {
    NavigableSet<V> set = sets.get(key);
    if (set == null || !set.remove(value)) {
      return false;
    }
    if (set.isEmpty()) {
      sets.remove(key);
    }
    return true;
  }
}

package io.customerhub.contract;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes down every text that can be reached from an object: through all fields of the library's
 * own classes, lambdas' too, and through the elements of collections.
 */
public final class Graph {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private final StringBuilder texts = new StringBuilder();

  private Graph() {}

  /** Returns the texts, one to a line. */
  public static String texts(Object root) throws IllegalAccessException {
    Graph graph = new Graph();
    graph.reach(root);
    while (!graph.open.isEmpty()) {
      graph.visit(graph.open.remove());
    }
    return graph.texts.toString();
  }

  private void reach(Object object) {
    if (object != null && seen.add(object)) {
      open.add(object);
    }
  }

  private void visit(Object object) throws IllegalAccessException {
    if (object instanceof CharSequence || object instanceof Number) {
      texts.append(object).append('\n');
    } else if (object instanceof Map<?, ?> map) {
      map.keySet().forEach(this::reach);
      map.values().forEach(this::reach);
    } else if (object instanceof Iterable<?> items) {
      items.forEach(this::reach);
    } else if (object instanceof Object[]) {
      for (int i = 0; i < Array.getLength(object); i++) {
        reach(Array.get(object, i));
      }
    } else if (object.getClass().getName().startsWith("io.customerhub")) {
      fields(object);
    }
  }

  private void fields(Object object) throws IllegalAccessException {
    for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
      if (!type.getName().startsWith("io.customerhub")) {
        return;
      }
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          reach(field.get(object));
        }
      }
    }
  }
}

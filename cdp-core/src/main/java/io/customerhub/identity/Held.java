package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The identifiers of some members, of the namespaces that are limited. Immutable.
 *
 * @param values by namespace
 * @param own the most that a single record has, by namespace
 */
record Held(Map<String, Set<String>> values, Map<String, Integer> own) {

  static final Held NOTHING = new Held(Map.of(), Map.of());

  static Held of(Member member, MergeLimits limits) {
    Map<String, Set<String>> values = new HashMap<>();
    for (Identifier identifier : member.identifiers()) {
      if (limits.limit(identifier.namespace())) {
        values
            .computeIfAbsent(identifier.namespace(), key -> new HashSet<>())
            .add(identifier.value());
      }
    }
    Map<String, Integer> own = new HashMap<>();
    values.forEach((namespace, some) -> own.put(namespace, some.size()));
    return values.isEmpty() ? NOTHING : new Held(values, own);
  }

  static Held ofAll(Collection<Held> parts) {
    Map<String, Set<String>> values = new HashMap<>();
    Map<String, Integer> own = new HashMap<>();
    for (Held part : parts) {
      part.values.forEach(
          (namespace, some) ->
              values.computeIfAbsent(namespace, key -> new HashSet<>()).addAll(some));
      part.own.forEach((namespace, count) -> own.merge(namespace, count, Math::max));
    }
    return values.isEmpty() ? NOTHING : new Held(values, own);
  }

  Held and(Held other) {
    if (values.isEmpty() || other.values.isEmpty()) {
      return values.isEmpty() ? other : this;
    }
    return ofAll(List.of(this, other));
  }

  /**
   * Returns what is more than one person may have, such as {@code 2 user_id, at most 1}; empty if
   * nothing is. What one record says of itself is not too much.
   *
   * @param rank of what would bring it together
   * @param counted the namespaces that count
   */
  String excess(MergeLimits limits, int rank, Predicate<String> counted) {
    return values.keySet().stream()
        .filter(counted)
        .filter(namespace -> limits.counts(namespace, rank))
        .filter(namespace -> count(namespace) > most(namespace, limits))
        .sorted()
        .findFirst()
        .map(n -> count(n) + " " + n + ", at most " + most(n, limits))
        .orElse("");
  }

  /** Returns whether nothing is more than the limit, even where one record says it. */
  boolean isWithin(MergeLimits limits) {
    return values.keySet().stream().allMatch(n -> count(n) <= limits.most(n));
  }

  private int count(String namespace) {
    return values.getOrDefault(namespace, Set.of()).size();
  }

  private int most(String namespace, MergeLimits limits) {
    return Math.max(limits.most(namespace), own.getOrDefault(namespace, 0));
  }
}

package io.customerhub.identity;

import io.customerhub.event.Identifier;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much may come together in one person before a key counts as shared. Immutable.
 *
 * @param byNamespace what is limited
 * @param records how many records may hold one identifier
 */
record MergeLimits(SortedMap<String, Limit> byNamespace, int records) {

  /** More records than one person leaves behind, few enough to be looked at at once. */
  static final int RECORDS = 1_000;

  private static final MergeLimits NONE = new MergeLimits(new TreeMap<>(), RECORDS);

  /** Similarity is weaker than any key. */
  private static final int SIMILARITY = Integer.MAX_VALUE;

  /**
   * A limit of one namespace.
   *
   * @param most how many identifiers one person may have
   * @param from the rank of the strongest key that it limits
   * @param similarity whether it limits what resemblance joins as well
   */
  record Limit(int most, int from, boolean similarity) {

    boolean counts(int rank) {
      return rank == SIMILARITY ? similarity : rank >= from;
    }
  }

  MergeLimits {
    byNamespace = Collections.unmodifiableSortedMap(new TreeMap<>(byNamespace));
  }

  static MergeLimits none() {
    return NONE;
  }

  /**
   * A browser on which two log in is of neither, while two accounts with one e-mail address may
   * well be of one person, above all where each source has user ids of its own.
   */
  static MergeLimits ofPeople() {
    Limit users = new Limit(1, Strength.rank(Identifier.DEVICE_ID), /* similarity= */ false);
    Limit emails = new Limit(5, 0, /* similarity= */ false);
    return new MergeLimits(
        new TreeMap<>(Map.of(Identifier.USER_ID, users, Identifier.EMAIL, emails)), RECORDS);
  }

  MergeLimits with(String namespace, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count: " + count + ", expected at least 1");
    }
    SortedMap<String, Limit> more = new TreeMap<>(byNamespace);
    more.put(namespace, new Limit(count, 0, /* similarity= */ true));
    return new MergeLimits(more, records);
  }

  MergeLimits sharedBeyond(int most) {
    if (most < 2) {
      throw new IllegalArgumentException("records: " + most + ", expected at least 2");
    }
    return new MergeLimits(byNamespace, most);
  }

  boolean isEmpty() {
    return byNamespace.isEmpty();
  }

  boolean limit(String namespace) {
    return byNamespace.containsKey(namespace);
  }

  /** Returns what resemblance may not bring together; see {@link Held#excess}. */
  String excessOfSimilarity(Held held) {
    return held.excess(this, SIMILARITY, namespace -> true);
  }

  int most(String namespace) {
    Limit limit = byNamespace.get(namespace);
    return limit == null ? Integer.MAX_VALUE : limit.most();
  }

  /** Returns whether a namespace's limit counts against what has a rank. */
  boolean counts(String namespace, int rank) {
    Limit limit = byNamespace.get(namespace);
    return limit != null && limit.counts(rank);
  }
}

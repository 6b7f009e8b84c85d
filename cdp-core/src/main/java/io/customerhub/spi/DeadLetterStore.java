package io.customerhub.spi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the news that was not delivered. */
public interface DeadLetterStore {

  /**
   * Adds a letter.
   *
   * @throws IllegalArgumentException if the id of its entry is taken
   */
  void add(DeadLetter letter);

  /** Returns letters by the ids of their entries, sorted by id; ids without one are left out. */
  List<DeadLetter> find(Collection<UUID> ids);

  /**
   * Returns the letters of a destination in ascending order of id.
   *
   * @param after the last id of the page before; null for the first page
   * @param limit the most letters to return, at least 1
   */
  List<DeadLetter> list(String destination, @Nullable UUID after, int limit);

  /** Removes letters and returns how many were there. */
  long remove(Collection<UUID> ids);

  /** Removes the letters of a cause that were given up before an instant; returns how many. */
  long prune(DeadLetter.Cause cause, Instant before);

  /** Returns how many there are, by destination and cause; both sorted, without zeroes. */
  Map<String, Map<DeadLetter.Cause, Long>> counts();
}

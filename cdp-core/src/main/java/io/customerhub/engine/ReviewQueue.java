package io.customerhub.engine;

import java.util.List;

/**
 * What waits for a person's decision, the most likely first.
 *
 * @param first the pairs of profiles to look at first
 * @param open how many pairs of profiles wait
 * @param likely how many of them weigh enough for a match, and wait because something forbids to
 *     join them by rule
 * @param complete whether all were looked at; false if there are more than 10,000 edges, of which
 *     the heaviest were
 */
public record ReviewQueue(List<Review> first, long open, long likely, boolean complete) {

  /** Copies the list. */
  public ReviewQueue {
    first = List.copyOf(first);
  }
}

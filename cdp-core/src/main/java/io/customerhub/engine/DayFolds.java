package io.customerhub.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.customerhub.profile.Activity;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.EventDays;
import io.customerhub.segment.Selection;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the events of people with long histories in sum by day, for the conditions that were judged
 * of them: per member, so that a merge or split changes nothing. What is kept says how many events
 * the member had; it is used for just that number, which every transaction reads and only grows. So
 * whatever other processes, rolled back transactions or late events did, it is never wrong, only
 * made anew from the log.
 *
 * <p>Bounded by the number of days, kept in memory and for a while. Thread-safe.
 */
final class DayFolds {

  /** A shorter history is read at once. */
  static final int LONG = 1_000;

  private static final int MOST_DAYS = 500_000;

  private static final Duration KEPT = Duration.ofHours(1);

  private final Cache<Key, Kept> cache =
      Caffeine.newBuilder()
          .maximumWeight(MOST_DAYS)
          .<Key, Kept>weigher((key, kept) -> 1 + kept.days().size())
          .expireAfterAccess(KEPT)
          .build();

  /**
   * What is kept of whom.
   *
   * @param member the member
   * @param of which events
   * @param property what is summed up; empty for nothing
   */
  record Key(ProfileId member, Selection of, String property) {}

  /**
   * The events of a member in sum.
   *
   * @param activity the events of any name that the member had, and how many of them are not in the
   *     log any more
   */
  record Kept(Activity activity, EventDays days) {

    /** Returns how many more events the member has by now; -1 if not all of these are there. */
    long missing(Activity now) {
      return now.removed() == activity.removed() ? now.events() - activity.events() : -1;
    }

    /** Returns what was made last: both numbers only grow. */
    Kept or(Kept other) {
      return events() >= other.events() ? this : other;
    }

    private long events() {
      return activity.events() + activity.removed();
    }
  }

  Optional<Kept> find(Key key) {
    return Optional.ofNullable(cache.getIfPresent(key));
  }

  /** Keeps what a transaction made, once it has committed. */
  void keep(Map<Key, Kept> made) {
    made.forEach((key, kept) -> cache.asMap().merge(key, kept, Kept::or));
  }

  /** Forgets members that were erased. */
  void forget(Collection<ProfileId> members) {
    cache.asMap().keySet().removeIf(key -> members.contains(key.member()));
  }
}

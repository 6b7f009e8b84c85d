package io.customerhub.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.customerhub.event.Identifier;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.identity.Normalized;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks up people as {@link Profiles} does, and remembers the answers. Thread-safe.
 *
 * <p>What this process has committed through its hub shows at once: an answer is never older than a
 * call that returned before. What other processes commit, and what the host commits in transactions
 * of its own until it says so, shows after the staleness that the hub was built with, at most. A
 * computed trait changes when its time has come. Within a transaction of the host, what that wrote
 * may not show yet: use {@link Profiles} there.
 */
public final class CachedProfiles {

  private final Profiles profiles;
  private final Freshness freshness;
  private final IdentifierNormalizer normalizer;
  private final Clock clock;
  private final long staleness;
  private final Cache<Object, Answer> answers;

  CachedProfiles(
      Profiles profiles,
      Freshness freshness,
      IdentifierNormalizer normalizer,
      Clock clock,
      Settings settings) {
    this.profiles = profiles;
    this.freshness = freshness;
    this.normalizer = normalizer;
    this.clock = clock;
    // A cache that holds nothing still shows for a moment what was put into it.
    this.staleness = settings.isOff() ? 0 : settings.staleness().toMillis();
    this.answers = Caffeine.newBuilder().maximumSize(settings.answers()).build();
  }

  /**
   * How much is remembered for how long.
   *
   * @param answers at most so many; none switches the memory off
   * @param staleness what others commit shows after that, at most
   */
  record Settings(int answers, Duration staleness) {

    static final int MOST_ANSWERS = 10_000_000;

    static final Duration LONGEST = Duration.ofHours(1);

    static final Settings DEFAULT = new Settings(10_000, Duration.ofSeconds(1));

    Settings {
      if (answers < 0 || answers > MOST_ANSWERS) {
        throw new IllegalArgumentException(
            "answers: " + answers + ", expected 0 to " + MOST_ANSWERS);
      }
      if (staleness.isNegative() || staleness.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "staleness: " + staleness + ", expected none to an hour");
      }
    }

    boolean isOff() {
      return answers == 0 || staleness.toMillis() == 0;
    }
  }

  /** What was found. */
  private static final class Answer {

    private final Optional<Profile> profile;
    private final long from;
    private final long until;
    private final int[] stripes;

    /** What {@link Freshness#now} was when nothing of this was changed. */
    private volatile long fresh;

    /**
     * Creates one.
     *
     * @param read what {@link Freshness#now} was before
     * @param from the time of the clock then
     * @param until when it is too old, or time alone changes it
     * @param stripes what it is about
     */
    Answer(Optional<Profile> profile, long read, long from, long until, int[] stripes) {
      this.profile = profile;
      this.fresh = read;
      this.from = from;
      this.until = until;
      this.stripes = stripes;
    }

    /** A clock that was set back does not make an answer last. */
    boolean isFresh(Freshness freshness, long time) {
      return from <= time && time < until && isUnchanged(freshness);
    }

    private boolean isUnchanged(Freshness freshness) {
      long now = freshness.now();
      boolean unchanged = now == fresh || freshness.isFresh(fresh, stripes);
      if (unchanged && now != fresh) {
        fresh = now;
      }
      return unchanged;
    }
  }

  /** Does what {@link Profiles#find} does. */
  public Optional<Profile> find(Identifier identifier) {
    return answer(identifier, profiles -> profiles.readAll(identifier));
  }

  /** Does what {@link Profiles#get} does. */
  public Optional<Profile> get(ProfileId id) {
    return answer(id, profiles -> profiles.read(id));
  }

  private Optional<Profile> answer(Object asked, Function<Profiles, Profiles.Read> look) {
    long now = clock.millis();
    Answer known = answers.getIfPresent(asked);
    return known != null && known.isFresh(freshness, now) ? known.profile : ask(asked, look, now);
  }

  private Optional<Profile> ask(Object asked, Function<Profiles, Profiles.Read> look, long now) {
    long read = freshness.now();
    Profiles.Read found = look.apply(profiles);
    Optional<Profile> one =
        found.profiles().size() == 1 ? Optional.of(found.profiles().get(0)) : Optional.empty();
    if (!found.partOfHosts()) {
      long until = Math.min(now + staleness, due(found.profiles()));
      answers.put(asked, new Answer(one, read, now, until, stripes(asked, found.profiles())));
    }
    return one;
  }

  private static long due(List<Profile> found) {
    return found.stream()
        .flatMap(profile -> profile.computed().values().stream())
        .flatMap(trait -> Stream.ofNullable(trait.nextChange()))
        .mapToLong(Instant::toEpochMilli)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private int[] stripes(Object asked, List<Profile> found) {
    Object key =
        asked instanceof Identifier given
                && normalizer.normalize(given) instanceof Normalized.Key known
            ? known.identifier()
            : asked;
    IntStream own = IntStream.of(Freshness.stripe(key));
    IntStream ids =
        found.stream().flatMap(profile -> profile.members().stream()).mapToInt(Freshness::stripe);
    return IntStream.concat(own, ids).distinct().toArray();
  }
}

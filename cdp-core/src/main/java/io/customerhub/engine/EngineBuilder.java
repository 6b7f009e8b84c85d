package io.customerhub.engine;

import io.customerhub.destination.Outbox;
import io.customerhub.destination.Subscription;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.MatchRules;
import io.customerhub.segment.Schema;
import io.customerhub.spi.FactSource;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import io.customerhub.trait.Survivorship;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what an engine is made of. Setting anything twice is an error. Not thread-safe. */
public final class EngineBuilder {

  private static final int BLOCK_LIMIT = 200;
  private static final int MOST_IN_BLOCK = 1_000;

  private final Storage storage;
  private final List<Consumer<DomainEvent>> listeners = new ArrayList<>();
  private final List<FactSource> facts = new ArrayList<>();
  private final List<Subscription> destinations = new ArrayList<>();
  private @Nullable Schema schema;
  private @Nullable Clock clock;
  private @Nullable IdSource ids;
  private @Nullable String defaultRegion;
  private @Nullable MatchRules matchRules;
  private @Nullable MatchModel matchModel;
  private @Nullable Integer blockLimit;
  private @Nullable Survivorship survivorship;
  private @Nullable ZoneId zone;
  private @Nullable String suppressionSecret;
  private CachedProfiles.@Nullable Settings cache;

  EngineBuilder(Storage storage) {
    this.storage = Objects.requireNonNull(storage, "storage");
  }

  /** Sets the clock. Required: the engine never asks for the time of day itself. */
  public EngineBuilder clock(Clock clock) {
    this.clock = once("clock", this.clock, clock);
    return this;
  }

  /** Sets the source of ids. Required. */
  public EngineBuilder ids(IdSource ids) {
    this.ids = once("ids", this.ids, ids);
    return this;
  }

  /** Sets the region of phone numbers in national form, such as {@code VN}; none if not set. */
  public EngineBuilder defaultRegion(String region) {
    this.defaultRegion = once("defaultRegion", this.defaultRegion, region);
    return this;
  }

  /** Sets when two records are of one person; {@link MatchRules#people()} if not set. */
  public EngineBuilder matchRules(MatchRules rules) {
    this.matchRules = once("matchRules", this.matchRules, rules);
    return this;
  }

  /**
   * Sets what agreement weighs; {@link MatchModel#defaults()} if not set. Records that were
   * compared by another model before stay as they are until they are compared again.
   */
  public EngineBuilder matchModel(MatchModel model) {
    this.matchModel = once("matchModel", this.matchModel, model);
    return this;
  }

  /**
   * Sets how many records may share a look-up key of similarity before narrower keys take its
   * place; 200 if not set. All engines over a storage need the same. More finds a little more, and
   * makes each new record dearer.
   *
   * @throws IllegalArgumentException unless 2 to 1,000
   */
  public EngineBuilder blockLimit(int members) {
    if (members < 2 || members > MOST_IN_BLOCK) {
      throw new IllegalArgumentException("blockLimit: " + members + ", expected 2 to 1000");
    }
    this.blockLimit = once("blockLimit", this.blockLimit, members);
    return this;
  }

  /** Sets which claim is shown; {@link Survivorship#latest()} if not set. */
  public EngineBuilder survivorship(Survivorship survivorship) {
    this.survivorship = once("survivorship", this.survivorship, survivorship);
    return this;
  }

  /** Sets the zone of calendar units in segments; UTC if not set. */
  public EngineBuilder zone(ZoneId zone) {
    this.zone = once("zone", this.zone, zone);
    return this;
  }

  /**
   * Sets the secret with which identifiers of erased people are hashed, to be kept outside of the
   * storage and never changed: with another one, those erased before are no longer kept out. If not
   * set, the storage keeps one, which protects against nobody who can read the storage.
   *
   * @param secret 16 to 1,024 characters
   * @throws IllegalArgumentException if it is shorter or longer
   */
  public EngineBuilder suppressionSecret(String secret) {
    if (suppressionSecret != null) {
      throw new IllegalStateException("suppressionSecret is set already");
    }
    if (secret.length() < 16 || secret.length() > 1_024) {
      throw new IllegalArgumentException("suppressionSecret: expected 16 to 1,024 characters");
    }
    this.suppressionSecret = secret;
    return this;
  }

  /**
   * Sets how much {@link Profiles#cached} remembers; 10,000 answers for a second if not set.
   *
   * @param answers 0 to 10,000,000; 0 switches it off
   * @param staleness what other processes commit shows after that, at most; at most an hour
   * @throws IllegalArgumentException if one is out of range
   */
  public EngineBuilder profileCache(int answers, Duration staleness) {
    this.cache = once("profileCache", this.cache, new CachedProfiles.Settings(answers, staleness));
    return this;
  }

  /** Adds a kind of records that segments may look at. May be repeated, with another kind. */
  public EngineBuilder facts(FactSource source) {
    facts.add(Objects.requireNonNull(source, "source"));
    return this;
  }

  /** Sets which names segments may use; {@link Schema#open()} if not set. */
  public EngineBuilder schema(Schema schema) {
    this.schema = once("schema", this.schema, schema);
    return this;
  }

  /** Adds a listener, told after each commit, on the thread that committed. May be repeated. */
  public EngineBuilder listener(Consumer<DomainEvent> listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Adds a destination, told what it subscribed to at least once; see {@link
   * CustomerEngine#destinations()}. May be repeated, with another name.
   */
  public EngineBuilder destination(Subscription subscription) {
    destinations.add(Objects.requireNonNull(subscription, "subscription"));
    return this;
  }

  /**
   * Returns the engine.
   *
   * @throws IllegalStateException if clock or ids were not set, two sources of facts are of one
   *     kind, or two destinations of one name
   */
  public CustomerEngine build() {
    if (clock == null || ids == null) {
      throw new IllegalStateException("clock and ids have to be set");
    }
    IdentifierNormalizer normalizer = IdentifierNormalizer.create();
    CachedProfiles.Settings cached = cache == null ? CachedProfiles.Settings.DEFAULT : cache;
    Freshness freshness = new Freshness();
    return new CustomerEngine(
        new Wiring(
            cached.isOff() ? storage : new WatchedStorage(storage, freshness),
            clock,
            ids,
            defaultRegion == null ? normalizer : normalizer.withDefaultRegion(defaultRegion),
            IdentityResolver.create(matchRules == null ? MatchRules.people() : matchRules)
                .withModel(matchModel == null ? MatchModel.defaults() : matchModel),
            new Neighbours(blockLimit == null ? BLOCK_LIMIT : blockLimit),
            survivorship == null ? Survivorship.latest() : survivorship,
            zone == null ? ZoneOffset.UTC : zone,
            suppressionSecret,
            new FactSources(facts, schema == null ? Schema.open() : schema),
            List.copyOf(listeners),
            new Outbox(destinations)),
        freshness,
        cached);
  }

  private static <T> T once(String name, @Nullable T set, T value) {
    if (set != null) {
      throw new IllegalStateException(name + " is set to " + set + " already");
    }
    return Objects.requireNonNull(value, name);
  }
}

package io.customerhub;

import io.customerhub.crm.deal.Pipeline;
import io.customerhub.destination.Subscription;
import io.customerhub.engine.DomainEvent;
import io.customerhub.engine.EngineBuilder;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.MatchRules;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.segment.Schema;
import io.customerhub.spi.Destination;
import io.customerhub.spi.FactSource;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import io.customerhub.trait.Survivorship;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a hub is made of; every part has a default. Setting a part twice is an error. Not
 * thread-safe.
 */
public final class CustomerHubBuilder {

  private final List<Consumer<DomainEvent>> listeners = new ArrayList<>();
  private final List<Pipeline> pipelines = new ArrayList<>();
  private final List<FactSource> facts = new ArrayList<>();
  private final List<Subscription> destinations = new ArrayList<>();
  private @Nullable Schema schema;
  private @Nullable Storage storage;
  private @Nullable Clock clock;
  private @Nullable IdSource ids;
  private @Nullable String defaultRegion;
  private @Nullable MatchRules matchRules;
  private @Nullable MatchModel matchModel;
  private @Nullable Survivorship survivorship;
  private @Nullable ZoneId zone;
  private @Nullable String suppressionSecret;
  private @Nullable Consumer<EngineBuilder> profileCache;
  private @Nullable Duration poll;

  CustomerHubBuilder() {}

  /**
   * Sets where everything is kept; in memory if not set. The hub closes it when it is closed
   * itself.
   */
  public CustomerHubBuilder storage(Storage storage) {
    this.storage = once("storage", this.storage, storage);
    return this;
  }

  /** Sets the clock; the system's in UTC if not set. */
  public CustomerHubBuilder clock(Clock clock) {
    this.clock = once("clock", this.clock, clock);
    return this;
  }

  /** Sets the source of ids; a randomly seeded one if not set. */
  public CustomerHubBuilder ids(IdSource ids) {
    this.ids = once("ids", this.ids, ids);
    return this;
  }

  /**
   * Sets the region of phone numbers in national form, such as {@code VN}. If not set, such numbers
   * are no keys: a country is never guessed.
   */
  public CustomerHubBuilder defaultRegion(String region) {
    this.defaultRegion = once("defaultRegion", this.defaultRegion, region);
    return this;
  }

  /** Sets when two records are of one person; {@link MatchRules#people()} if not set. */
  public CustomerHubBuilder matchRules(MatchRules rules) {
    this.matchRules = once("matchRules", this.matchRules, rules);
    return this;
  }

  /**
   * Sets what agreement weighs, such as an estimate from the host's own data that was saved as
   * JSON; {@link MatchModel#defaults()} if not set. What was compared by another model before
   * stays.
   */
  public CustomerHubBuilder matchModel(MatchModel model) {
    this.matchModel = once("matchModel", this.matchModel, model);
    return this;
  }

  /** Sets which claim is shown; {@link Survivorship#latest()} if not set. */
  public CustomerHubBuilder survivorship(Survivorship survivorship) {
    this.survivorship = once("survivorship", this.survivorship, survivorship);
    return this;
  }

  /** Sets the zone of calendar units in segments; UTC if not set. */
  public CustomerHubBuilder zone(ZoneId zone) {
    this.zone = once("zone", this.zone, zone);
    return this;
  }

  /**
   * Sets the secret with which identifiers of erased people are hashed, to be kept outside of the
   * storage and never changed: with another one, those erased before are no longer kept out. If not
   * set, the storage keeps one, which protects against nobody who can read the storage.
   *
   * @param secret 16 to 1,024 characters
   */
  public CustomerHubBuilder suppressionSecret(String secret) {
    if (suppressionSecret != null) {
      throw new IllegalStateException("suppressionSecret is set already");
    }
    this.suppressionSecret = Objects.requireNonNull(secret, "secret");
    return this;
  }

  /**
   * Sets how much {@code profiles().cached()} remembers; 10,000 answers for a second if not set.
   * Numbers out of range are refused when the hub is built.
   *
   * @param answers 0 to 10,000,000; 0 switches it off
   * @param staleness what other processes commit shows after that, at most; at most an hour
   */
  public CustomerHubBuilder profileCache(int answers, Duration staleness) {
    if (profileCache != null) {
      throw new IllegalStateException("profileCache is set already");
    }
    Objects.requireNonNull(staleness, "staleness");
    profileCache = engine -> engine.profileCache(answers, staleness);
    return this;
  }

  /**
   * Adds a kind of the host's own records that segments may look at, beside deals, tasks,
   * interactions and contacts. Whoever writes them does so in {@link
   * io.customerhub.engine.Segments#changing}.
   */
  public CustomerHubBuilder facts(FactSource source) {
    facts.add(Objects.requireNonNull(source, "source"));
    return this;
  }

  /** Sets which names segments may use; if not set, any, but for the fields of records. */
  public CustomerHubBuilder schema(Schema schema) {
    this.schema = once("schema", this.schema, schema);
    return this;
  }

  /** Adds a sales pipeline; {@link Pipeline#sales()} if none is added. */
  public CustomerHubBuilder pipeline(Pipeline pipeline) {
    pipelines.add(Objects.requireNonNull(pipeline, "pipeline"));
    return this;
  }

  /**
   * Adds a listener, told of new, merged and split profiles and of segments entered and left, after
   * each commit and on the thread that committed. What it throws is logged.
   */
  public CustomerHubBuilder listener(Consumer<DomainEvent> listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Adds a system outside that is told everything that happens, at least once and in the order of
   * each person; see {@link #destination(Subscription)} for less.
   *
   * @param name names it in the outbox, for ever
   */
  public CustomerHubBuilder destination(String name, Destination destination) {
    return destination(Subscription.to(name, destination).build());
  }

  /**
   * Adds a system outside that is told what it subscribed to, at least once and in the order of
   * each person. Delivered by {@link io.customerhub.destination.Destinations#deliver()}, or in the
   * background. Closed with the hub.
   */
  public CustomerHubBuilder destination(Subscription subscription) {
    destinations.add(Objects.requireNonNull(subscription, "subscription"));
    return this;
  }

  /**
   * Delivers to destinations on daemon threads of the hub's own, from {@link #build()} until it is
   * closed; if not set, the host calls {@link io.customerhub.destination.Destinations#deliver()}.
   *
   * @param poll how often to look for what other processes left, or has to be tried again, 10 ms to
   *     1 hour; what this process commits is delivered at once
   */
  public CustomerHubBuilder deliverInBackground(Duration poll) {
    this.poll = once("deliverInBackground", this.poll, poll);
    return this;
  }

  /** Returns the hub. */
  public CustomerHub build() {
    Clock time = clock == null ? Clock.systemUTC() : clock;
    return new CustomerHub(
        storage == null ? MemoryStorage.create() : storage,
        time,
        ids == null ? IdSource.seeded(time, new SecureRandom().nextLong()) : ids,
        this);
  }

  @Nullable String defaultRegion() {
    return defaultRegion;
  }

  @Nullable MatchRules matchRules() {
    return matchRules;
  }

  @Nullable MatchModel matchModel() {
    return matchModel;
  }

  @Nullable Survivorship survivorship() {
    return survivorship;
  }

  @Nullable ZoneId zone() {
    return zone;
  }

  @Nullable String suppressionSecret() {
    return suppressionSecret;
  }

  Optional<Consumer<EngineBuilder>> profileCache() {
    return Optional.ofNullable(profileCache);
  }

  @Nullable Schema schema() {
    return schema;
  }

  @Nullable Duration poll() {
    return poll;
  }

  List<Subscription> destinations() {
    return destinations;
  }

  List<FactSource> facts() {
    return facts;
  }

  List<Pipeline> pipelines() {
    return pipelines;
  }

  List<Consumer<DomainEvent>> listeners() {
    return listeners;
  }

  private static <T> T once(String name, @Nullable T set, T value) {
    if (set != null) {
      throw new IllegalStateException(name + " is set to " + set + " already");
    }
    return Objects.requireNonNull(value, name);
  }
}

package io.customerhub.engine;

import io.customerhub.destination.Destinations;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.event.ReasonCode;
import io.customerhub.intake.Parsed;
import io.customerhub.spi.NewsKind;
import io.customerhub.spi.SetAside;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StoredRecord;
import io.customerhub.spi.Transaction;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The customer data half of the hub: takes events, knows people, keeps segments. Thread-safe; runs
 * no thread of its own and does nothing while nobody calls.
 */
public final class CustomerEngine {

  private final Wiring wiring;
  private final SecondLooks looks;
  private final Units units;
  private final Profiles profiles;
  private final Identities identities;
  private final Segments segments;
  private final ComputedTraits computedTraits;
  private final Purchases purchases;
  private final RfmScores rfm;
  private final BatchIngest ingest;
  private final Consents consents;
  private final Audit audit;
  private final Privacy privacy;
  private final Destinations destinations;
  private final Verification verification;
  private final Rebuild rebuild;
  private final Retention retention;

  CustomerEngine(Wiring wiring, Freshness freshness, CachedProfiles.Settings cache) {
    this.wiring = wiring;
    Suppressions suppressions = new Suppressions(wiring);
    Declarations declarations = new Declarations(suppressions);
    IdentityGraph graph = new IdentityGraph(wiring.resolver(), declarations);
    SegmentRuns runs = new SegmentRuns(wiring.survivorship(), wiring.zone(), wiring.facts());
    this.looks = new SecondLooks(wiring.resolver(), wiring.neighbours(), graph, runs);
    this.units = new Units(wiring, looks);
    this.profiles = new Profiles(wiring, units, runs, freshness, cache);
    this.identities = new Identities(wiring, units, graph, runs, declarations);
    Sweep sweep = new Sweep(units, runs);
    this.segments = new Segments(units, runs, sweep);
    this.purchases = new Purchases(units, runs, sweep, wiring.zone());
    this.rfm = new RfmScores(units, runs, purchases, sweep);
    this.computedTraits = new ComputedTraits(units, runs, sweep);
    Registry registry = new Registry(wiring.resolver(), wiring.neighbours(), graph, runs);
    Ingest one = new Ingest(wiring, suppressions, registry, runs);
    this.ingest = new BatchIngest(units, one);
    this.consents = new Consents(units, runs);
    this.audit = new Audit(units);
    this.privacy =
        new Privacy(
            wiring,
            units,
            suppressions,
            new Erasing(wiring, suppressions, graph, runs),
            new PersonReader(wiring, graph, runs));
    this.retention = new Retention(units, runs, wiring.clock());
    this.destinations =
        new Destinations(
            wiring.storage(),
            wiring.clock(),
            wiring.ids(),
            (tx, members) -> runs.view(units.within(tx), members),
            wiring.outbox());
    this.verification =
        new Verification(
            units,
            new IdentityChecks(graph),
            new FactChecks(wiring.resolver(), wiring.neighbours(), runs),
            new EventChecks(one));
    this.rebuild =
        new Rebuild(
            units,
            verification,
            new EventChecks(one),
            new Repairs(one, registry, graph, runs, wiring.neighbours()));
  }

  /** Starts building an engine over a storage. */
  public static EngineBuilder over(Storage storage) {
    return new EngineBuilder(storage);
  }

  /**
   * Takes one event. When this returns, its effect on profiles and segments is committed.
   *
   * @return what became of it; a refused event is set aside with its reason and nothing else
   *     changes
   */
  public IngestResult ingest(Event event) {
    return units.run(unit -> ingest.ingest(unit, event, "call"));
  }

  /**
   * Builds and takes one event. A time or messageId that was not set is set here: to this instant,
   * and to a new id.
   *
   * @throws io.customerhub.event.InvalidEventException if a value cannot be part of an event
   */
  public IngestResult ingest(EventBuilder event) {
    return ingest(built(event));
  }

  private Event built(EventBuilder event) {
    return event.build(wiring.clock().instant(), wiring.ids().next().toString());
  }

  /**
   * Opens a queue whose events are committed together. Whoever opens it closes it, before the
   * storage.
   */
  public IngestQueue openQueue(QueueLimits limits) {
    return IngestQueue.open(limits, events -> ingest.ingestTogether(events, "queue"), this::built);
  }

  /**
   * Takes many events, in transactions of up to 200. A refused one is set aside with its reason and
   * the rest goes on; where it stood is named {@code events[n]}.
   *
   * @param events read lazily, each once
   * @param progress told the running total after each transaction
   */
  public IngestReport ingestAll(Iterator<? extends Event> events, Consumer<IngestReport> progress) {
    return ingest.ingest("events", new NumberedEvents(events), progress);
  }

  /**
   * Takes many items as an intake parsed them, in transactions of up to 200. A bad item is set
   * aside with its reason and the rest goes on. If reading the items itself fails, what was read
   * before is taken and reported to {@code progress}, and the failure is thrown on.
   *
   * @param source what to name the sender of items that could not be read at all
   * @param items read lazily, each once
   * @param progress told the running total after each transaction
   */
  public IngestReport ingestAll(
      String source, Iterator<? extends Parsed> items, Consumer<IngestReport> progress) {
    Iterator<Parsed> iterator = com.google.common.collect.Iterators.transform(items, item -> item);
    return ingest.ingest(source, iterator, progress);
  }

  /** Returns the look-up of people. */
  public Profiles profiles() {
    return profiles;
  }

  /** Returns the decisions on who is who. */
  public Identities identities() {
    return identities;
  }

  /** Returns the segments. */
  public Segments segments() {
    return segments;
  }

  /** Returns the traits that follow from what people did. */
  public ComputedTraits computedTraits() {
    return computedTraits;
  }

  /** Returns what people bought, summed up. */
  public Purchases purchases() {
    return purchases;
  }

  /** Returns the scores of how people buy. */
  public RfmScores rfm() {
    return rfm;
  }

  /** Returns what people allowed. */
  public Consents consents() {
    return consents;
  }

  /** Returns the export and the erasure of people. */
  public Privacy privacy() {
    return privacy;
  }

  /** Returns the removal of old events. */
  public Retention retention() {
    return retention;
  }

  /** Returns the log of what people did. */
  public Audit audit() {
    return audit;
  }

  /** Returns the systems outside that are told what happens. */
  public Destinations destinations() {
    return destinations;
  }

  /**
   * Tells destinations that a record was added or changed; to be called in the transaction that
   * does so.
   *
   * @param record as it was written
   */
  public void recordChanged(Transaction tx, StoredRecord record) {
    Unit unit = units.within(tx);
    if (unit.isWanted(NewsKind.RECORD_CHANGED)) {
      Announcements.changed(unit, record);
      unit.end();
    }
  }

  /**
   * Does what is due by now, but for deliveries to destinations. Costs next to nothing when nothing
   * is; a host calls it from a scheduler of its own, in as many processes as it likes.
   *
   * <ul>
   *   <li>Evaluates every membership that time alone may have changed, each at the instant it was
   *       due: after any gap, each entering and leaving is found once.
   *   <li>Compares records once more where a concurrent transaction, a crash or a key that became
   *       too common calls for it: up to 1,000 requests in a call.
   * </ul>
   *
   * @return how many memberships and requests were looked at; 0 when nothing is left to do
   */
  public long tick() {
    return looks.tick(units) + segments.tick();
  }

  /**
   * Looks whether everything kept is what it has to be, and changes nothing: who belongs together,
   * what follows from events, who is in which segment, and that nothing is left of the erased. For
   * a host that restored a backup, or whose machine crashed.
   *
   * <p>Reads everything, a page in each transaction, next to whoever writes: what looks wrong is
   * looked at again under locks before it is reported. But what a definition of a segment, of a
   * computed trait or of scores, or the adoption of a model has not come to yet is reported.
   * Expects this hub to be built as those that wrote: with the same rules, region and zone.
   *
   * @param progress told the running report after each page; what it throws ends the verification
   * @return what was found
   */
  public VerificationReport verify(Consumer<VerificationReport> progress) {
    return verification.run(progress);
  }

  /**
   * Makes everything that is derived what follows from events and people's decisions: who belongs
   * together, identifiers, look-up keys, facts, memberships. Removes what is left of the erased.
   * For a host that restored a backup, lost rows, or changed its rules; {@link #verify} tells
   * whether there is anything to do.
   *
   * <p>Looks at everything as a verification does, next to whoever writes, and writes only what
   * differs, each profile in a transaction of its own. Where it was stopped it can go on.
   *
   * @param from the {@link RebuildReport#position()} to go on from; null for the beginning
   * @param progress told the running report after each page; what it throws ends the rebuild
   * @return what was put right, and what was left
   * @throws IllegalArgumentException if {@code from} is no such position
   */
  public RebuildReport rebuild(@Nullable String from, Consumer<RebuildReport> progress) {
    return rebuild.run(from, progress);
  }

  /**
   * Returns input that was set aside, in a stable order.
   *
   * @param after the key of the last entry of the page before; null for the first page
   * @param limit the most entries to return, at least 1
   */
  public List<SetAside> setAside(@Nullable String after, int limit) {
    return wiring.storage().inTransaction(tx -> tx.setAside().list(after, Checks.limit(limit)));
  }

  /** Returns how much input was set aside, by reason. */
  public Map<ReasonCode, Long> setAsideCounts() {
    return wiring.storage().inTransaction(tx -> tx.setAside().counts());
  }

  /** Returns how many events are kept in the log. */
  public long countEvents() {
    return wiring.storage().inTransaction(tx -> tx.events().count());
  }

  /** Runs work in one transaction of the storage; see {@link Storage#inTransaction}. */
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    return wiring.storage().inTransaction(work);
  }
}

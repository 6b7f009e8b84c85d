package io.customerhub;

import io.customerhub.crm.contact.Contacts;
import io.customerhub.crm.deal.Deals;
import io.customerhub.crm.interaction.Interactions;
import io.customerhub.crm.report.Reports;
import io.customerhub.crm.task.Tasks;
import io.customerhub.destination.Destinations;
import io.customerhub.destination.Drained;
import io.customerhub.engine.Audit;
import io.customerhub.engine.ComputedTraits;
import io.customerhub.engine.Consents;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.Explanation;
import io.customerhub.engine.Identities;
import io.customerhub.engine.IngestQueue;
import io.customerhub.engine.IngestReport;
import io.customerhub.engine.IngestResult;
import io.customerhub.engine.Privacy;
import io.customerhub.engine.Profiles;
import io.customerhub.engine.Purchases;
import io.customerhub.engine.QueueLimits;
import io.customerhub.engine.RebuildReport;
import io.customerhub.engine.Retention;
import io.customerhub.engine.RfmScores;
import io.customerhub.engine.Segments;
import io.customerhub.engine.VerificationReport;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.event.ReasonCode;
import io.customerhub.intake.CsvIntake;
import io.customerhub.intake.CsvMapping;
import io.customerhub.intake.EventJson;
import io.customerhub.intake.Parsed;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.SetAside;
import io.customerhub.spi.Storage;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer data platform and a CRM inside this process, over one storage.
 *
 * <p>Events and rows go in through {@code ingest...}; out come people ({@link #profiles()}), who
 * they are and why ({@link #explain}), segments ({@link #segments()}), and deals, tasks and
 * interactions on the same people. Thread-safe. Runs no thread unless asked to deliver in the
 * background or to {@linkplain #openQueue queue}: what becomes due as time passes is done by {@link
 * #tick()}, which the host calls.
 */
public final class CustomerHub implements AutoCloseable {

  private final Storage storage;
  private final Clock clock;
  private final CustomerEngine engine;
  private final CrmParts crm;
  private final List<IngestQueue> queues = new CopyOnWriteArrayList<>();

  CustomerHub(Storage storage, Clock clock, IdSource ids, CustomerHubBuilder parts) {
    this.storage = storage;
    this.clock = clock;
    this.engine = Assembly.engine(storage, clock, ids, parts);
    this.crm = CrmParts.of(storage, clock, ids, parts, engine);
    Assembly.apply(parts.poll(), engine.destinations()::start);
  }

  /** Starts building a hub; without a storage it keeps everything in memory. */
  public static CustomerHubBuilder builder() {
    return new CustomerHubBuilder();
  }

  /**
   * Takes one event and returns what became of it; a refused one is only set aside with its reason.
   * When this returns, its effect on profiles and segments is committed.
   */
  public IngestResult ingest(Event event) {
    return engine.ingest(event);
  }

  /**
   * Builds and takes one event. A time or messageId that was not set is set here: to this instant,
   * and to a new id.
   *
   * @throws io.customerhub.event.InvalidEventException if a value cannot be part of an event
   */
  public IngestResult ingest(EventBuilder event) {
    return engine.ingest(event);
  }

  /**
   * Takes many events, in transactions of up to 200: faster than one by one, as they share the
   * commit and the trips to the store. A refused event is set aside with its reason, and the rest
   * goes on.
   *
   * @param events read lazily, each once
   * @param progress told the running total after each transaction, on the calling thread
   */
  public IngestReport ingestAll(Iterable<? extends Event> events, Consumer<IngestReport> progress) {
    return engine.ingestAll(events.iterator(), progress);
  }

  /** Opens a queue with the default limits, see {@link #openQueue(QueueLimits)}. */
  public IngestQueue openQueue() {
    return openQueue(QueueLimits.defaults());
  }

  /**
   * Opens a queue that commits events of many threads together, with a thread of its own; for where
   * {@link #ingest} would be called from many threads at once. {@link #close(Duration)} closes it,
   * too.
   */
  public IngestQueue openQueue(QueueLimits limits) {
    IngestQueue queue = engine.openQueue(limits);
    queues.removeIf(IngestQueue::isClosed);
    queues.add(queue);
    return queue;
  }

  /** Takes many events, as {@link #ingestAll(Iterable, Consumer)} does. */
  public IngestReport ingestAll(Iterable<? extends Event> events) {
    return ingestAll(events, report -> {});
  }

  /**
   * Takes one JSON document of the Segment specification: an event, a batch or an array of events.
   *
   * @param source the system that sent it
   */
  public IngestReport ingestJson(String source, String document) {
    List<Parsed> items = EventJson.source(source).parse(document, clock.instant());
    return engine.ingestAll(source, items.iterator(), report -> {});
  }

  /**
   * Takes events of the Segment specification, one JSON document to a line, in UTF-8. A bad line is
   * set aside with its number and reason, and the rest goes on.
   *
   * @param source the system that sent them
   * @param in read to its end, not closed
   * @param progress told the running total after each transaction of up to 200 events
   */
  public IngestReport ingestJsonLines(
      String source, InputStream in, Consumer<IngestReport> progress) {
    try (Stream<Parsed> items = EventJson.source(source).lines(in, clock.instant())) {
      return engine.ingestAll(source, items.iterator(), progress);
    }
  }

  /**
   * Takes the rows of a CSV file. A bad row is set aside with its line, column and reason, and the
   * rest goes on.
   *
   * @param mapping what each column means
   * @param in read to its end, not closed
   * @param progress told the running total after each transaction of up to 200 rows
   */
  public IngestReport ingestCsv(
      CsvMapping mapping, InputStream in, Consumer<IngestReport> progress) {
    try (Stream<Parsed> items = CsvIntake.of(mapping).rows(in, clock.instant())) {
      return engine.ingestAll(mapping.sourceName(), items.iterator(), progress);
    }
  }

  /** Returns the look-up of people. */
  public Profiles profiles() {
    return engine.profiles();
  }

  /** Returns the decisions on who is who, and the pairs that wait for one. */
  public Identities identities() {
    return engine.identities();
  }

  /** Returns the segments. */
  public Segments segments() {
    return engine.segments();
  }

  /** Returns the traits that follow from what people did. */
  public ComputedTraits computedTraits() {
    return engine.computedTraits();
  }

  /** Returns what people bought, summed up for models of what they are worth. */
  public Purchases purchases() {
    return engine.purchases();
  }

  /** Returns the scores of how recently, how often and for how much people bought. */
  public RfmScores rfm() {
    return engine.rfm();
  }

  /** Returns what people allowed. */
  public Consents consents() {
    return engine.consents();
  }

  /** Returns the removal of old events. */
  public Retention retention() {
    return engine.retention();
  }

  /** Returns the export and the erasure of people, across customer data and CRM. */
  public Privacy privacy() {
    return engine.privacy();
  }

  /** Returns the systems outside that are told what happens. */
  public Destinations destinations() {
    return engine.destinations();
  }

  /** Returns the log of what people did to what is known of people. */
  public Audit audit() {
    return engine.audit();
  }

  /** Returns the deals. */
  public Deals deals() {
    return crm.deals();
  }

  /** Returns the tasks. */
  public Tasks tasks() {
    return crm.tasks();
  }

  /** Returns the calls, e-mails, meetings and notes. */
  public Interactions interactions() {
    return crm.interactions();
  }

  /** Returns what the CRM says of people beyond their profile: owner, lifecycle, do-not-contact. */
  public Contacts contacts() {
    return crm.contacts();
  }

  /** Returns the reports. */
  public Reports reports() {
    return crm.reports();
  }

  /**
   * Starts a look at everything that happened with a person, customer data and CRM in one stream.
   *
   * @param id any id of the profile
   */
  public Timeline timeline(ProfileId id) {
    return Timeline.of(crm.timelines(), id);
  }

  /**
   * Returns who a profile is and how we know: each of its records with what joined it.
   *
   * @throws io.customerhub.engine.UnknownProfileException if the id is unknown
   */
  public Explanation explain(ProfileId id) {
    return engine.identities().explain(id);
  }

  /** Does what became due by now, see {@link CustomerEngine#tick()}; returns how much it was. */
  public long tick() {
    return engine.tick();
  }

  /** Looks whether what is kept is what it has to be; see {@link CustomerEngine#verify}. */
  public VerificationReport verify(Consumer<VerificationReport> progress) {
    return engine.verify(progress);
  }

  /** Makes all that is derived what follows from events; see {@link CustomerEngine#rebuild}. */
  public RebuildReport rebuild(@Nullable String from, Consumer<RebuildReport> progress) {
    return engine.rebuild(from, progress);
  }

  /**
   * Returns input that was set aside, in a stable order.
   *
   * @param after the key of the last entry of the page before; null for the first page
   * @param limit the most entries to return, at least 1
   */
  public List<SetAside> setAside(@Nullable String after, int limit) {
    return engine.setAside(after, limit);
  }

  /** Returns how much input was set aside, by reason. */
  public Map<ReasonCode, Long> setAsideCounts() {
    return engine.setAsideCounts();
  }

  /** Returns how many events are kept. */
  public long countEvents() {
    return engine.countEvents();
  }

  /** Like {@link #close(Duration)}, with 10 seconds. */
  @Override
  public void close() {
    close(Duration.ofSeconds(10));
  }

  /**
   * Closes queues, destinations and storage, giving what waits in queues and background deliveries
   * so long together; what is left to deliver stays in the outbox. A second call does nothing; any
   * other call after this one fails.
   */
  public Drained close(Duration timeout) {
    long end = System.nanoTime() + TimeUnit.NANOSECONDS.convert(timeout);
    try {
      queues.forEach(queue -> queue.close(until(end)));
      return engine.destinations().close(until(end));
    } finally {
      storage.close();
    }
  }

  private static Duration until(long end) {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}

package io.customerhub.destination;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.DeadLetter;
import io.customerhub.spi.DestinationStore;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.OutboxEntry;
import io.customerhub.spi.OutboxStore;
import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers news to the destinations that subscribed, and tells how they do.
 *
 * <p>News is delivered by {@link #deliver()}, which a host calls from a scheduler that it has, or
 * in the background, see {@link #start}. Any number of processes over one storage may do so.
 * Thread-safe.
 */
public final class Destinations {

  /** Most letters in one page. */
  public static final int PAGE = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Destinations.class);

  private final Storage storage;
  private final Clock clock;
  private final Outbox outbox;
  private final List<Dispatcher> dispatchers;
  private volatile @Nullable Worker worker;
  private @Nullable Drained drained;

  /** Creates the deliveries of what an outbox is written for. */
  public Destinations(
      Storage storage, Clock clock, IdSource ids, ProfileReader reader, Outbox outbox) {
    this.storage = storage;
    this.clock = clock;
    this.outbox = outbox;
    this.dispatchers =
        outbox.subscriptions().stream()
            .map(one -> new Dispatcher(one, storage, clock, ids, reader))
            .toList();
  }

  /**
   * Delivers all that is due by now, on this thread, and returns when nothing is left that is due.
   * Call it outside of any transaction.
   *
   * @throws IllegalStateException if called as part of a transaction of the host
   */
  public DeliveryReport deliver() {
    DeliveryReport all = DeliveryReport.NONE;
    for (Dispatcher dispatcher : dispatchers) {
      DeliveryReport some = dispatcher.round(() -> false);
      while (some != null) {
        all = all.and(some);
        some = dispatcher.round(() -> false);
      }
    }
    return all;
  }

  /**
   * Delivers in the background from now on: at once after a commit of this process, and what other
   * processes left, or has to be tried again, when the outbox is looked at next. Starts as many
   * daemon threads as the subscriptions ask for. A second call does nothing.
   *
   * @param poll how often to look, 10 ms to 1 hour
   * @throws IllegalArgumentException if the time is out of its bounds
   * @throws IllegalStateException if it was closed
   */
  public synchronized void start(Duration poll) {
    if (poll.toMillis() < 10 || poll.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("poll: " + poll + ", expected 10 ms to 1 hour");
    }
    if (drained != null) {
      throw new IllegalStateException("the destinations are closed");
    }
    if (worker == null) {
      Worker started = new Worker(dispatchers, poll);
      outbox.onCommit(started::wake);
      started.start();
      worker = started;
    }
  }

  /** Returns how every destination does that is registered here or has left something, by name. */
  public List<DestinationStatus> status() {
    Instant now = clock.instant();
    return storage.inTransaction(
        tx -> {
          Map<String, OutboxStore.Waiting> waiting = tx.outbox().waiting();
          Map<String, Map<DeadLetter.Cause, Long>> letters = tx.deadLetters().counts();
          Map<String, DestinationStore.Pause> paused = tx.destinations().paused();
          SortedSet<String> names = new TreeSet<>(waiting.keySet());
          names.addAll(letters.keySet());
          names.addAll(paused.keySet());
          dispatchers.forEach(one -> names.add(one.subscription().name()));
          return names.stream()
              .map(
                  name ->
                      status(
                          name,
                          now,
                          waiting.get(name),
                          letters.getOrDefault(name, Map.of()),
                          paused.get(name)))
              .toList();
        });
  }

  /**
   * Returns how a destination does.
   *
   * @throws IllegalArgumentException if it is neither registered nor has left something
   */
  public DestinationStatus status(String name) {
    return status().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no destination " + name));
  }

  /**
   * Tells a destination nothing until {@link #resume}, in all processes; what is being delivered is
   * finished. News goes on to be queued. Of several reasons the first stays.
   *
   * @param reason up to 200 characters; no personal data
   */
  public void pause(String name, String reason) {
    if (reason.length() > 200) {
      throw new IllegalArgumentException("reason: expected up to 200 characters");
    }
    storage.inTransaction(
        tx -> {
          tx.destinations().pause(new DestinationStore.Pause(name, reason, now()));
          return name;
        });
  }

  /** Ends a pause; returns whether there was one. */
  public boolean resume(String name) {
    boolean resumed = storage.inTransaction(tx -> tx.destinations().resume(name));
    wake();
    return resumed;
  }

  /**
   * Returns news to a destination that was given up or withheld, oldest first.
   *
   * @param after the id of the last entry of the page before; null for the first page
   * @param limit the most to return, 1 to {@value #PAGE}
   */
  public List<DeadLetter> deadLetters(String name, @Nullable UUID after, int limit) {
    if (limit < 1 || limit > PAGE) {
      throw new IllegalArgumentException("limit: " + limit + ", expected 1 to " + PAGE);
    }
    return storage.inTransaction(tx -> tx.deadLetters().list(name, after, limit));
  }

  /**
   * Queues dead letters again, behind what waits: with their ids, as if they had never been tried.
   * Consent and frequency cap are looked at anew.
   *
   * @param ids of their entries; up to {@value #PAGE}
   * @return how many were queued; those of people erased meanwhile are gone
   */
  public int replay(Collection<UUID> ids) {
    Set<UUID> wanted = checked(ids);
    int replayed = storage.inTransaction(tx -> replay(tx, wanted));
    wake();
    return replayed;
  }

  /** Removes dead letters; returns how many there were. At most {@value #PAGE} in a call. */
  public long discard(Collection<UUID> ids) {
    Set<UUID> wanted = checked(ids);
    return storage.inTransaction(tx -> tx.deadLetters().remove(wanted));
  }

  /** Removes all that waits for a destination, as when it was given up; returns how much. */
  public long clear(String name) {
    return storage.inTransaction(tx -> tx.outbox().clear(name));
  }

  /**
   * Ends the background deliveries, if they were started: delivers what is due for no longer than a
   * timeout, waits for deliveries being made, and closes the destinations. What is left stays in
   * the outbox. A second call does nothing and returns the same.
   */
  public synchronized Drained close(Duration timeout) {
    if (drained == null) {
      long delivered = worker == null ? 0 : worker.stop(timeout);
      drained = new Drained(delivered, left());
      dispatchers.forEach(one -> close(one.subscription()));
    }
    return drained;
  }

  /** Locks whom the letters are about: an erasure comes before or behind all of this. */
  private int replay(Transaction tx, Set<UUID> ids) {
    Set<ProfileId> about = new HashSet<>();
    tx.deadLetters().find(ids).forEach(letter -> about.add(letter.entry().about()));
    SortedSet<ProfileId> roots = new TreeSet<>();
    tx.profiles().find(about).forEach(member -> roots.add(member.root()));
    tx.profiles().lock(roots);
    Instant now = now();
    List<OutboxEntry> entries =
        tx.deadLetters().find(ids).stream()
            .map(letter -> letter.entry().withAttempts(0, now, ""))
            .toList();
    tx.deadLetters().remove(entries.stream().map(OutboxEntry::id).toList());
    tx.outbox().add(entries);
    return entries.size();
  }

  private DestinationStatus status(
      String name,
      Instant now,
      OutboxStore.@Nullable Waiting waiting,
      Map<DeadLetter.Cause, Long> letters,
      DestinationStore.@Nullable Pause pause) {
    Dispatcher dispatcher =
        dispatchers.stream()
            .filter(one -> one.subscription().name().equals(name))
            .findFirst()
            .orElse(null);
    return new DestinationStatus(
        name,
        dispatcher != null,
        waiting == null ? 0 : waiting.entries(),
        waiting == null ? 0 : waiting.failing(),
        waiting == null ? null : waiting.oldest(),
        sum(letters, false),
        sum(letters, true),
        pause == null ? null : pause.reason(),
        dispatcher == null ? null : dispatcher.breaker().openUntil(now).orElse(null));
  }

  /** A hub without destinations asks nothing of a storage that may be closed already. */
  private long left() {
    return dispatchers.isEmpty()
        ? 0
        : storage.inTransaction(
            tx ->
                tx.outbox().waiting().values().stream()
                    .mapToLong(OutboxStore.Waiting::entries)
                    .sum());
  }

  private void wake() {
    Worker running = worker;
    if (running != null) {
      running.wake();
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Set<UUID> checked(Collection<UUID> ids) {
    if (ids.size() > PAGE) {
      throw new IllegalArgumentException("ids: " + ids.size() + ", expected up to " + PAGE);
    }
    return new HashSet<>(ids);
  }

  private static long sum(Map<DeadLetter.Cause, Long> letters, boolean skipped) {
    return letters.entrySet().stream()
        .filter(one -> one.getKey().isSkip() == skipped)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static void close(Subscription subscription) {
    try {
      subscription.destination().close();
    } catch (RuntimeException e) {
      LOG.warn("Closing {} failed with {}", subscription.name(), e.getClass().getName());
    }
  }
}

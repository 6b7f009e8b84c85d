package io.customerhub.destination;

import io.customerhub.spi.DeadLetter;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.OutboxEntry;
import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Delivers what waits for one destination. Thread-safe: several threads may run it at a time. */
final class Dispatcher {

  /** Most entries on lease at a time, for each thread. */
  private static final int BATCH = 50;

  /** How long the news of a process that died stays on lease. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** No delivery is begun so late that its lease could end while it is made. */
  private static final Duration MARGIN = Duration.ofMinutes(4);

  private static final Duration KEEP_SKIPPED = Duration.ofDays(30);
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);

  private final Subscription subscription;
  private final Storage storage;
  private final Clock clock;
  private final IdSource ids;
  private final Gate gate;
  private final CircuitBreaker breaker = new CircuitBreaker();
  private volatile @Nullable Instant cleaned;

  Dispatcher(
      Subscription subscription, Storage storage, Clock clock, IdSource ids, ProfileReader reader) {
    this.subscription = subscription;
    this.storage = storage;
    this.clock = clock;
    this.ids = ids;
    this.gate = new Gate(subscription, reader);
  }

  Subscription subscription() {
    return subscription;
  }

  CircuitBreaker breaker() {
    return breaker;
  }

  /**
   * Takes some of what is due and delivers it.
   *
   * @param stop asked before each delivery; what is left is given back
   * @return what was done; null if there was nothing to do
   */
  @Nullable DeliveryReport round(BooleanSupplier stop) {
    Instant now = now();
    if (breaker.openUntil(now).isPresent()) {
      return null;
    }
    clean(now);
    UUID lease = ids.next();
    List<OutboxEntry> entries = storage.inTransaction(tx -> claim(tx, lease, now, now.plus(LEASE)));
    if (entries.isEmpty()) {
      return null;
    }
    Instant latest = now.plus(LEASE).minus(MARGIN);
    BooleanSupplier late = () -> stop.getAsBoolean() || now().isAfter(latest);
    return new Round(this, lease, late).deliver(entries);
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  Storage storage() {
    return storage;
  }

  Gate gate() {
    return gate;
  }

  /** Returns when to try again what failed so often, at the earliest. */
  Instant again(int failures, Duration asked) {
    Duration jittered = subscription.retry().delay(failures, random());
    Duration bounded = subscription.retry().bounded(asked);
    return now().plus(bounded.compareTo(jittered) > 0 ? bounded : jittered);
  }

  /** An id's lower half is random; taking it keeps a seeded hub reproducible. */
  private long random() {
    return ids.next().getLeastSignificantBits() & Long.MAX_VALUE >>> 2;
  }

  private List<OutboxEntry> claim(Transaction tx, UUID lease, Instant now, Instant until) {
    if (tx.isPartOfHosts()) {
      throw new IllegalStateException(
          "news is delivered within a transaction of the host, which may still roll back");
    }
    return tx.destinations().paused().containsKey(subscription.name())
        ? List.of()
        : tx.outbox().claim(subscription.name(), lease, now, until, BATCH);
  }

  /** Forgets what no frequency cap looks at any more, and what was withheld long ago. */
  private void clean(Instant now) {
    Instant last = cleaned;
    if (last == null || last.plus(BETWEEN_CLEANINGS).isBefore(now)) {
      cleaned = now;
      storage.inTransaction(
          tx -> {
            subscription
                .cap()
                .ifPresent(
                    cap -> tx.destinations().forgetTold(subscription.name(), now.minus(cap.per())));
            Instant before = now.minus(KEEP_SKIPPED);
            tx.deadLetters().prune(DeadLetter.Cause.NO_CONSENT, before);
            return tx.deadLetters().prune(DeadLetter.Cause.FREQUENCY_CAP, before);
          });
    }
  }
}

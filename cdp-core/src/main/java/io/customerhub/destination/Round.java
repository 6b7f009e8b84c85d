package io.customerhub.destination;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Delivery;
import io.customerhub.spi.DeliveryResult;
import io.customerhub.spi.OutboxEntry;
import io.customerhub.spi.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers entries on lease, one after the other. Each transaction settles the last delivery and
 * prepares the next one. Confined to its thread.
 */
final class Round {

  private static final Logger LOG = LoggerFactory.getLogger(Destinations.class);

  private final Dispatcher dispatcher;
  private final UUID lease;
  private final BooleanSupplier stop;
  private final Set<ProfileId> failed = new HashSet<>();
  private @Nullable Settlement last;
  private boolean gone;
  private DeliveryReport report = DeliveryReport.NONE;

  Round(Dispatcher dispatcher, UUID lease, BooleanSupplier stop) {
    this.dispatcher = dispatcher;
    this.lease = lease;
    this.stop = stop;
  }

  DeliveryReport deliver(List<OutboxEntry> entries) {
    for (OutboxEntry entry : entries) {
      deliver(entry);
    }
    settleLast();
    return report;
  }

  private void deliver(OutboxEntry entry) {
    boolean goOn = !gone && !stop.getAsBoolean() && isClosed();
    Instant now = dispatcher.now();
    Prepared prepared =
        dispatcher.storage().inTransaction(tx -> settleAndPrepare(tx, entry, now, goOn));
    last = null;
    if (prepared instanceof Prepared.Send send) {
      last = attempt(entry, send);
    } else if (prepared instanceof Prepared.Skip) {
      report = report.and(DeliveryReport.SKIPPED);
    }
  }

  private boolean isClosed() {
    return dispatcher.breaker().openUntil(dispatcher.now()).isEmpty();
  }

  private Prepared settleAndPrepare(Transaction tx, OutboxEntry entry, Instant now, boolean goOn) {
    if (last != null) {
      last.settle(tx, lease);
    }
    if (!tx.outbox().holds(entry.id(), lease)) {
      return new Prepared.Drop();
    }
    Prepared prepared =
        goOn ? dispatcher.gate().prepare(tx, entry, now, failed) : new Prepared.Wait();
    if (prepared instanceof Prepared.Wait) {
      tx.outbox().giveBack(entry.withAttempts(entry.attempts(), now, entry.failure()), lease);
    } else if (prepared instanceof Prepared.Drop) {
      tx.outbox().remove(entry.id(), lease);
    } else if (prepared instanceof Prepared.Skip skip) {
      Settlement.bury(tx, entry, lease, skip.cause(), skip.reason(), now);
    }
    return prepared;
  }

  private void settleLast() {
    Settlement settlement = last;
    if (settlement != null) {
      dispatcher
          .storage()
          .inTransaction(
              tx -> {
                settlement.settle(tx, lease);
                return null;
              });
      last = null;
    }
  }

  private Settlement attempt(OutboxEntry entry, Prepared.Send send) {
    DeliveryResult result = hand(send.delivery());
    Instant now = dispatcher.now();
    if (result instanceof DeliveryResult.Retry) {
      dispatcher.breaker().failed(now);
      failed.addAll(send.members());
    } else {
      dispatcher.breaker().succeeded();
    }
    gone |= result instanceof DeliveryResult.Gone;
    Settlement settlement = settlement(entry, result, now);
    report = report.and(settlement.outcome());
    return settlement;
  }

  private Settlement settlement(OutboxEntry entry, DeliveryResult result, Instant now) {
    Subscription subscription = dispatcher.subscription();
    Instant again = now;
    if (result instanceof DeliveryResult.Retry retry) {
      again = dispatcher.again(entry.attempts() + 1, retry.delay().orElse(Duration.ZERO));
    }
    return new Settlement(entry, result, subscription, now, again);
  }

  /** What it throws may name the person in its message: only its type is kept. */
  private DeliveryResult hand(Delivery delivery) {
    try {
      return dispatcher.subscription().destination().deliver(delivery);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      LOG.warn("{} failed with {}", delivery, e.getClass().getName());
      return DeliveryResult.retry(e.getClass().getSimpleName());
    }
  }
}

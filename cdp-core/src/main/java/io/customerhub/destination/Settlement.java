package io.customerhub.destination;

import io.customerhub.spi.DeadLetter;
import io.customerhub.spi.DeliveryResult;
import io.customerhub.spi.DestinationStore;
import io.customerhub.spi.OutboxEntry;
import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.util.UUID;

/**
 * What becomes of an entry after an attempt.
 *
 * @param entry the entry, as it was before
 * @param result what the destination said
 * @param subscription whose entry it is
 * @param at when it said so
 * @param again when to try again, if so
 */
record Settlement(
    OutboxEntry entry,
    DeliveryResult result,
    Subscription subscription,
    Instant at,
    Instant again) {

  /** Returns the attempt in numbers. */
  DeliveryReport outcome() {
    if (result instanceof DeliveryResult.Delivered) {
      return DeliveryReport.DELIVERED;
    }
    return result instanceof DeliveryResult.Retry && !isLast()
        ? DeliveryReport.FAILED
        : DeliveryReport.DEAD;
  }

  /** Writes it down, unless the entry was removed or taken over meanwhile. */
  void settle(Transaction tx, UUID lease) {
    if (result instanceof DeliveryResult.Delivered) {
      delivered(tx, lease);
    } else if (result instanceof DeliveryResult.Retry retry) {
      failed(tx, lease, retry.reason());
    } else if (result instanceof DeliveryResult.Refused refused) {
      bury(tx, tried(refused.reason()), lease, DeadLetter.Cause.REFUSED, refused.reason(), at);
    } else if (result instanceof DeliveryResult.Gone gone) {
      bury(tx, tried(gone.reason()), lease, DeadLetter.Cause.GONE, gone.reason(), at);
      tx.destinations().pause(new DestinationStore.Pause(entry.destination(), gone.reason(), at));
    }
  }

  /** Makes an entry on lease a dead letter. */
  static void bury(
      Transaction tx,
      OutboxEntry entry,
      UUID lease,
      DeadLetter.Cause cause,
      String reason,
      Instant at) {
    if (tx.outbox().remove(entry.id(), lease)) {
      tx.deadLetters().add(new DeadLetter(entry, cause, cut(reason), at));
    }
  }

  private void delivered(Transaction tx, UUID lease) {
    boolean held = tx.outbox().remove(entry.id(), lease);
    if (held && subscription.cap().isPresent() && !entry.kind().isRemoval()) {
      tx.destinations().told(entry.destination(), entry.about(), at);
    }
  }

  private void failed(Transaction tx, UUID lease, String reason) {
    if (isLast()) {
      bury(tx, tried(reason), lease, DeadLetter.Cause.EXHAUSTED, reason, at);
    } else {
      tx.outbox().giveBack(tried(reason), lease);
    }
  }

  private boolean isLast() {
    return entry.attempts() + 1 >= subscription.retry().attempts();
  }

  private OutboxEntry tried(String reason) {
    return entry.withAttempts(entry.attempts() + 1, again, reason);
  }

  /** A purpose may be longer than a reason. */
  private static String cut(String reason) {
    return reason.length() <= DeliveryResult.REASON_LENGTH
        ? reason
        : reason.substring(0, DeliveryResult.REASON_LENGTH);
  }
}

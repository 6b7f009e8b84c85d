package io.customerhub.destination;

import io.customerhub.spi.IdSource;
import io.customerhub.spi.NewsKind;
import io.customerhub.spi.OutboxEntry;
import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes news for those who subscribed to it, in the transaction that made it. Thread-safe. */
public final class Outbox {

  private final List<Subscription> subscriptions;
  private final List<Runnable> onCommit = new CopyOnWriteArrayList<>();

  /**
   * Creates the outbox of some subscriptions.
   *
   * @throws IllegalStateException if two are of one name
   */
  public Outbox(List<Subscription> subscriptions) {
    this.subscriptions = List.copyOf(subscriptions);
    Set<String> names = new HashSet<>();
    for (Subscription one : subscriptions) {
      if (!names.add(one.name())) {
        throw new IllegalStateException("two destinations are named " + one.name());
      }
    }
  }

  /** Returns whether anybody is told news of a kind: news of others need not be made. */
  public boolean wants(NewsKind kind) {
    return subscriptions.stream().anyMatch(one -> one.wants(kind));
  }

  /**
   * Writes an entry for each subscription that wants a piece of news, in order.
   *
   * @param due when the first attempt may be made
   */
  public void write(Transaction tx, IdSource ids, List<News> news, Instant due) {
    List<OutboxEntry> entries = new ArrayList<>();
    for (News one : news) {
      for (Subscription subscription : subscriptions) {
        if (subscription.wants(one)) {
          entries.add(entry(ids, subscription, one, due));
        }
      }
    }
    if (!entries.isEmpty()) {
      tx.outbox().add(entries);
      tx.afterCommit(() -> onCommit.forEach(Runnable::run));
    }
  }

  List<Subscription> subscriptions() {
    return subscriptions;
  }

  /** Runs something whenever entries were committed by this process. */
  void onCommit(Runnable action) {
    onCommit.add(action);
  }

  private static OutboxEntry entry(
      IdSource ids, Subscription subscription, News news, Instant due) {
    return new OutboxEntry(
        ids.next(),
        subscription.name(),
        news.kind(),
        news.about(),
        news.details(),
        news.at(),
        0,
        due,
        "");
  }
}

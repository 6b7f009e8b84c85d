package io.customerhub.spi;

/**
 * A system outside that is told what happens to people. Implementations are thread-safe.
 *
 * <p>News comes at least once: after a crash, or when an answer got lost, the same news comes again
 * with the same {@link Delivery#id()}, by which a receiver tells it from new one. News about one
 * person comes in the order in which it happened, never two at a time.
 */
@FunctionalInterface
public interface Destination extends AutoCloseable {

  /**
   * Hands over one piece of news, outside of any transaction, and returns when it is done. Takes
   * less than four minutes: after five, another process may try as well. What it throws counts as
   * {@link DeliveryResult.Retry}.
   */
  DeliveryResult deliver(Delivery delivery);

  /** Releases what it holds, when the hub is closed; nothing unless overridden. */
  @Override
  default void close() {}
}

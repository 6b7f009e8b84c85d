package io.customerhub.engine;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what a unit did, after its commit. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(CustomerEngine.class);

  private Listeners() {}

  static void tell(List<Consumer<DomainEvent>> listeners, List<DomainEvent> news) {
    for (DomainEvent event : news) {
      for (Consumer<DomainEvent> listener : listeners) {
        tell(listener, event);
      }
    }
  }

  /** One listener's failure must not keep the news from the others. */
  private static void tell(Consumer<DomainEvent> listener, DomainEvent event) {
    try {
      listener.accept(event);
    } catch (RuntimeException e) {
      LOG.warn("a listener failed on {}", event.getClass().getSimpleName(), e);
    }
  }
}

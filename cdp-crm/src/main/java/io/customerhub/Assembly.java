package io.customerhub;

import io.customerhub.crm.contact.ContactFacts;
import io.customerhub.crm.deal.DealFacts;
import io.customerhub.crm.interaction.InteractionFacts;
import io.customerhub.crm.task.TaskFacts;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.EngineBuilder;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands the parts that a host set on to the engine; the others keep their defaults. */
final class Assembly {

  private Assembly() {}

  static CustomerEngine engine(
      Storage storage, Clock clock, IdSource ids, CustomerHubBuilder parts) {
    EngineBuilder builder = CustomerEngine.over(storage).clock(clock).ids(ids);
    apply(parts.defaultRegion(), builder::defaultRegion);
    apply(parts.matchRules(), builder::matchRules);
    apply(parts.matchModel(), builder::matchModel);
    apply(parts.survivorship(), builder::survivorship);
    apply(parts.zone(), builder::zone);
    apply(parts.suppressionSecret(), builder::suppressionSecret);
    apply(parts.schema(), builder::schema);
    List.of(new DealFacts(), new TaskFacts(), new InteractionFacts(), new ContactFacts())
        .forEach(builder::facts);
    parts.profileCache().ifPresent(setter -> setter.accept(builder));
    parts.facts().forEach(builder::facts);
    parts.listeners().forEach(builder::listener);
    parts.destinations().forEach(builder::destination);
    return builder.build();
  }

  static <T> void apply(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}

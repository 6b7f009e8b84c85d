package io.customerhub.engine;

import io.customerhub.destination.Outbox;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import io.customerhub.trait.Survivorship;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the engine's parts are made of. */
record Wiring(
    Storage storage,
    Clock clock,
    IdSource ids,
    IdentifierNormalizer normalizer,
    IdentityResolver resolver,
    Neighbours neighbours,
    Survivorship survivorship,
    ZoneId zone,
    @Nullable String suppressionSecret,
    FactSources facts,
    List<Consumer<DomainEvent>> listeners,
    Outbox outbox) {}

package io.customerhub.engine;

import io.customerhub.contract.TestClock;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.identity.MatchModel;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An engine in memory with a clock that stands still and a listener that remembers. */
final class TestEngine {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  final TestClock clock = new TestClock(NOW);
  final List<DomainEvent> told = new ArrayList<>();
  final CustomerEngine engine;

  TestEngine() {
    this(builder -> {});
  }

  TestEngine(Consumer<EngineBuilder> more) {
    EngineBuilder builder =
        CustomerEngine.over(MemoryStorage.create())
            .clock(clock)
            .ids(IdSource.seeded(clock, 1))
            .listener(told::add);
    more.accept(builder);
    engine = builder.build();
  }

  /** Returns an engine over a storage that others may have written. */
  static CustomerEngine over(Storage storage, MatchModel model) {
    TestClock clock = new TestClock(NOW);
    return CustomerEngine.over(storage)
        .clock(clock)
        .ids(IdSource.seeded(clock, model.hashCode()))
        .matchModel(model)
        .build();
  }

  ProfileId ingest(EventBuilder event) {
    return engine.ingest(event).profile().orElseThrow();
  }

  Profile profile(ProfileId id) {
    return engine.profiles().get(id).orElseThrow();
  }

  static EventBuilder person(String given, String surname, String birthDate) {
    return Event.identify()
        .source("pos")
        .trait("given_name", given)
        .trait("surname", surname)
        .trait("birth_date", birthDate);
  }
}

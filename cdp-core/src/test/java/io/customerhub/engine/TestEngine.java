package io.customerhub.engine;

import io.customerhub.contract.TestClock;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An engine in memory with a clock that stands still and a listener that remembers. */
final class TestEngine {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  final TestClock clock = new TestClock(NOW);
  final List<DomainEvent> told = new ArrayList<>();
  final CustomerEngine engine =
      CustomerEngine.over(MemoryStorage.create())
          .clock(clock)
          .ids(IdSource.seeded(clock, 1))
          .listener(told::add)
          .build();

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

package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.contract.TestClock;
import io.customerhub.event.Event;
import io.customerhub.intake.Parsed;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.spi.IdSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a store is asked does not grow with what is already known. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IngestCostTest {

  private final Counted storage = new Counted(MemoryStorage.create());
  private final TestClock clock = new TestClock(TestEngine.NOW);
  private final CustomerEngine engine =
      CustomerEngine.over(storage).clock(clock).ids(IdSource.seeded(clock, 1)).build();

  @Test
  void a_batch_asks_once_whether_anybody_was_erased() {
    ingest("first", 100);
    int before = storage.calls("SuppressionStore.secret");

    ingest("second", 100);

    assertThat(storage.calls("SuppressionStore.secret") - before).isEqualTo(1);
    assertThat(storage.calls("SuppressionStore.find")).isZero();
  }

  private void ingest(String what, int count) {
    List<Parsed> events = IntStream.range(0, count).<Parsed>mapToObj(i -> event(what, i)).toList();
    engine.ingestAll("test", events.iterator(), report -> {});
  }

  private static Parsed event(String what, int i) {
    Event event =
        Event.track(what).messageId(what + i).userId("user" + i).at(TestEngine.NOW).build();
    return new Parsed.Accepted(event, "event " + i);
  }
}

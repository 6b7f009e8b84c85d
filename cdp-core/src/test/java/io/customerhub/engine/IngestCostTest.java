package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.contract.TestClock;
import io.customerhub.event.Event;
import io.customerhub.intake.Parsed;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.spi.IdSource;
import java.util.List;
import java.util.Map;
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

  @Test
  void what_a_batch_asks_of_a_store_does_not_grow_with_its_events() {
    ingest("first", 100);
    storage.calls().clear();
    ingest("second", 50);
    Map<String, Integer> ofFifty = Map.copyOf(storage.calls());
    storage.calls().clear();

    ingest("third", 100);

    assertThat(storage.calls()).isEqualTo(ofFifty);
    assertThat(ofFifty.values()).allMatch(calls -> calls < 10);
  }

  @Test
  void a_batch_of_new_people_writes_each_kind_of_row_together() {
    ingest("first", 100);

    assertThat(storage.calls("ProfileStore.insertAll")).isEqualTo(1);
    assertThat(storage.calls("EventStore.appendAll")).isEqualTo(1);
    assertThat(storage.calls("CandidateStore.lookUp")).isLessThan(10);
    assertThat(storage.calls("ProfileStore.findByRecord")).isZero();
    assertThat(storage.calls("EventStore.find")).isZero();
  }

  @Test
  void a_batch_that_keeps_meeting_others_is_taken_in_parts() {
    Counted contended = Counted.contended(MemoryStorage.create(), 3);
    CustomerEngine among =
        CustomerEngine.over(contended).clock(clock).ids(IdSource.seeded(clock, 1)).build();
    List<Parsed> events = IntStream.range(0, 50).<Parsed>mapToObj(i -> event("first", i)).toList();

    IngestReport report = among.ingestAll("test", events.iterator(), progress -> {});

    assertThat(report.accepted()).isEqualTo(50);
    assertThat(among.countEvents()).isEqualTo(50);
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

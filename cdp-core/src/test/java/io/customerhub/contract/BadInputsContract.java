package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.contract.BadInputRun.Outcome;
import io.customerhub.contract.BadInputRun.Way;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.SegmentException;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.intake.CsvMapping;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.segment.SegmentSyntaxException;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.SetAside;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every line of the catalogue of bad inputs, by every way in that can carry it: it meets its
 * verdict, its neighbours are taken, nobody is joined by it, and what is kept is what the store in
 * memory keeps. A store's author opens an empty store.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
public abstract class BadInputsContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static final List<String> NAMESPACES =
      List.of("email", "phone", "user_id", "anonymous_id", "custom");

  /** For the contract's own subclasses. */
  protected BadInputsContract() {}

  /** Opens a new, empty storage. */
  protected abstract Storage open();

  @Test
  void every_line_meets_its_verdict_and_disturbs_nobody_alike_on_every_store() {
    List<BadInput> lines = BadInput.all();
    try (Storage memory = MemoryStorage.create();
        Storage tried = open()) {
      List<String> expected = run(memory, lines);

      assertThat(run(tried, lines)).isEqualTo(expected);
    }
  }

  private static List<String> run(Storage storage, List<BadInput> lines) {
    TestClock clock = new TestClock(NOW);
    CustomerEngine engine =
        CustomerEngine.over(storage).clock(clock).ids(IdSource.seeded(clock, 1)).build();
    new RandomEvents(1, 12).take(60).forEach(engine::ingest);
    erase(engine, Event.identify().userId("erased-user"));
    List<String> bystanders = StateDigest.of(engine);

    List<String> told = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    BadInputRun run = new BadInputRun(engine, NOW);
    for (BadInput line : lines) {
      for (Outcome outcome : outcomes(run, engine, line)) {
        told.add(outcome.toString());
        if (!BadInputVerdicts.isMet(asGiven(line, outcome), outcome)) {
          wrong.add(line.verdict() + " " + line.code() + " <> " + outcome);
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(told).hasSizeGreaterThan(400);
    List<String> people = StateDigest.of(engine);
    assertThat(people).containsAll(bystanders);
    assertThat(engine.segments().names()).isEmpty();
    assertThat(engine.verify(progress -> {}).violations()).isEmpty();
    told.addAll(people);
    told.addAll(kept(engine));
    return told;
  }

  private static List<Outcome> outcomes(BadInputRun run, CustomerEngine engine, BadInput line) {
    return switch (line.kind()) {
      case "value" -> values(run, line);
      case "json" -> List.of(run.document(line, Way.DOCUMENT), run.document(line, Way.LINES));
      case "csv" -> List.of(csv(run, line));
      case "dsl" -> refusedAsSegment(engine, line);
      default -> throw new AssertionError(line.kind());
    };
  }

  private static List<Outcome> values(BadInputRun run, BadInput line) {
    List<Outcome> outcomes = new ArrayList<>();
    List<String> targets = targets(line.target());
    for (String target : targets) {
      for (Way way : ways(targets, target)) {
        outcomes.add(run.value(line, way, target));
      }
    }
    return outcomes;
  }

  /**
   * A Java caller has no text where a time belongs, and only a file's text becomes a number. What
   * is bad in every namespace comes by every way, but not every namespace by every way.
   */
  private static Set<Way> ways(List<String> targets, String target) {
    if (targets.size() > 1) {
      return Set.of(Way.values()[targets.indexOf(target) % Way.values().length]);
    }
    return switch (target) {
      case "timestamp" -> EnumSet.complementOf(EnumSet.of(Way.BUILDER));
      case "money" -> EnumSet.of(Way.CSV);
      default -> EnumSet.allOf(Way.class);
    };
  }

  /** A cell that is a formula is given as a spreadsheet shows it, not as a file has it. */
  private static Outcome csv(BadInputRun run, BadInput line) {
    return line.verdict().equals("NEUTRALIZE_ON_EXPORT")
        ? run.value(line.cell(), Way.CSV, "name")
        : run.file(line, mapping(line));
  }

  private static BadInput asGiven(BadInput line, Outcome outcome) {
    return line.kind().equals("csv") && !outcome.target().isEmpty() ? line.cell() : line;
  }

  private static List<String> targets(String target) {
    String name = target.substring(target.indexOf(target.startsWith("event.") ? '.' : ':') + 1);
    return name.equals("*") ? NAMESPACES : List.of(name);
  }

  /**
   * Columns are as the catalogue means them: those of the header, or column a where it has none.
   */
  private static CsvMapping mapping(BadInput line) {
    String column = line.input().substring(0, line.input().indexOf('\n')).replace("\uFEFF", "");
    boolean plain = column.strip().matches("[a-z]+");
    return CsvMapping.source(BadInputRun.source(line))
        .column(plain ? column.strip() : "a", "trait.x")
        .build();
  }

  private static List<Outcome> refusedAsSegment(CustomerEngine engine, BadInput line) {
    assertThatThrownBy(() -> engine.segments().define("bad", line.input()))
        .as(line.id())
        .isInstanceOfAny(SegmentSyntaxException.class, SegmentException.class);
    return List.of();
  }

  private static void erase(CustomerEngine engine, EventBuilder event) {
    engine
        .privacy()
        .erase(engine.ingest(event.messageId("erased").at(NOW)).profile().orElseThrow())
        .by("dpo")
        .because("asked")
        .commit();
  }

  private static List<String> kept(CustomerEngine engine) {
    List<String> kept = new ArrayList<>();
    for (StoredEvent event : StateDigest.allEvents(engine)) {
      kept.add(StoredForm.event(event.event()) + event.receivedAt() + event.setAside());
    }
    String after = null;
    List<SetAside> page;
    do {
      page = engine.setAside(after, 100);
      for (SetAside one : page) {
        after = one.key();
        kept.add(one + " " + one.raw());
      }
    } while (page.size() == 100);
    return kept;
  }
}

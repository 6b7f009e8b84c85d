package io.customerhub.engine;

import com.google.common.hash.Hashing;
import io.customerhub.event.Event;
import io.customerhub.event.ReasonCode;
import io.customerhub.intake.Parsed;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.SetAside;
import io.customerhub.spi.StoredForm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes many events, a transaction per group: a commit is dear, and one bad item is set aside.
 *
 * <p>A group holds many locks for long, so groups take turns within the process; between processes
 * they lock the profiles that are known beforehand, in one order.
 */
final class BatchIngest {

  private static final int GROUP = 200;

  /** How often a group is tried before its halves are. */
  private static final int RUNS = 3;

  /** Not for ever: a caller may hold locks in the database that the group before it waits for. */
  private static final long LONGEST_WAIT_SECONDS = 30;

  private final ReentrantLock turn = new ReentrantLock(true);

  private final Units units;
  private final Ingest ingest;

  BatchIngest(Units units, Ingest ingest) {
    this.units = units;
    this.ingest = ingest;
  }

  IngestReport ingest(String source, Iterator<Parsed> items, Consumer<IngestReport> progress) {
    IngestReport report = IngestReport.NONE;
    Group group;
    do {
      group = Group.read(items);
      if (!group.items().isEmpty()) {
        List<Parsed> read = group.items();
        report =
            report.and(
                inTurn(
                    () ->
                        committed(
                            read, (unit, part) -> group(unit, source, part), IngestReport::and)));
        progress.accept(report);
      }
    } while (group.mayGoOn());
    return report;
  }

  /**
   * Takes events that wait together in one transaction, and returns what became of each.
   *
   * @param location what to say of where a refused one stood
   */
  List<IngestResult> ingestTogether(List<Event> events, String location) {
    return inTurn(
        () -> committed(events, (unit, part) -> each(unit, part, location), BatchIngest::joined));
  }

  private List<IngestResult> each(Unit unit, List<Event> events, String location) {
    ingest.expect(unit, events);
    List<IngestResult> results = new ArrayList<>(events.size());
    events.forEach(event -> results.add(take(unit, event, location)));
    ingest.end(unit);
    return results;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /**
   * Takes a group, or its halves one after the other if it kept meeting others: the fewer locks,
   * the fewer there are to wait for. Not as part of the host's transaction, which may be spoiled.
   */
  private <I, R> R committed(
      List<I> group, BiFunction<Unit, List<I>, R> work, BinaryOperator<R> and) {
    AtomicInteger runs = new AtomicInteger();
    AtomicBoolean ofHost = new AtomicBoolean();
    try {
      return units.runBatch(
          unit -> {
            ofHost.set(unit.tx().isPartOfHosts());
            if (runs.incrementAndGet() > RUNS && group.size() > 1) {
              throw new ContendedException();
            }
            return work.apply(unit, group);
          });
    } catch (ConflictException | ContendedException e) {
      if (group.size() == 1 || ofHost.get()) {
        throw e;
      }
      int half = group.size() / 2;
      return and.apply(
          committed(group.subList(0, half), work, and),
          committed(group.subList(half, group.size()), work, and));
    }
  }

  /** Ends the runs of a group that met others in each; never leaves this class. */
  private static final class ContendedException extends RuntimeException {

    private static final long serialVersionUID = 1;
  }

  /**
   * Some items in a row.
   *
   * @param failure why no more could be read; what was read before counts all the same
   */
  private record Group(List<Parsed> items, @Nullable RuntimeException failure) {

    static Group read(Iterator<Parsed> from) {
      List<Parsed> items = new ArrayList<>(GROUP);
      try {
        while (items.size() < GROUP && from.hasNext()) {
          items.add(from.next());
        }
        return new Group(items, null);
      } catch (RuntimeException e) {
        return new Group(items, e);
      }
    }

    boolean mayGoOn() {
      if (failure != null) {
        throw failure;
      }
      return items.size() == GROUP;
    }
  }

  private <R> R inTurn(Supplier<R> work) {
    boolean mine = awaitTurn();
    try {
      return work.get();
    } finally {
      if (mine) {
        turn.unlock();
      }
    }
  }

  private boolean awaitTurn() {
    try {
      return turn.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Takes one event and sets it aside if it is refused. */
  IngestResult ingest(Unit unit, Event event, String location) {
    IngestResult result = take(unit, event, location);
    ingest.end(unit);
    return result;
  }

  private IngestResult take(Unit unit, Event event, String location) {
    IngestResult result = ingest.ingest(unit, event);
    if (result instanceof IngestResult.Rejected rejected) {
      setAside(unit, event, location, rejected);
    }
    return result;
  }

  private IngestReport group(Unit unit, String source, List<Parsed> group) {
    ingest.expect(unit, events(group));
    IngestReport report = IngestReport.NONE;
    for (Parsed item : group) {
      report = report.and(one(unit, source, item));
    }
    ingest.end(unit);
    return report;
  }

  private static List<Event> events(List<Parsed> group) {
    return group.stream()
        .filter(Parsed.Accepted.class::isInstance)
        .map(item -> ((Parsed.Accepted) item).event())
        .toList();
  }

  private IngestReport one(Unit unit, String source, Parsed item) {
    if (item instanceof Parsed.Accepted accepted) {
      IngestResult result = take(unit, accepted.event(), accepted.location());
      return IngestReport.of(result, accepted.corrected().values());
    }
    Parsed.Rejected rejected = (Parsed.Rejected) item;
    setAside(
        unit,
        source,
        rejected.location(),
        rejected.code(),
        rejected.field(),
        rejected.message(),
        ingest.namesErased(unit, rejected.raw()) ? "" : rejected.raw());
    return IngestReport.rejected(rejected.code());
  }

  private static String shortened(String raw) {
    int end = Math.min(raw.length(), Parsed.Rejected.RAW_LENGTH);
    boolean cutsPair = end < raw.length() && Character.isHighSurrogate(raw.charAt(end - 1));
    return raw.substring(0, cutsPair ? end - 1 : end);
  }

  private static void setAside(
      Unit unit,
      String source,
      String location,
      ReasonCode code,
      String field,
      String message,
      String raw) {
    String key =
        Hashing.sha256()
            .hashString(
                String.join("\u0001", source, location, code.name(), raw), StandardCharsets.UTF_8)
            .toString();
    unit.tx()
        .setAside()
        .add(new SetAside(key, unit.now(), source, location, code, field, message, raw));
  }

  private void setAside(Unit unit, Event event, String location, IngestResult.Rejected rejected) {
    if (rejected.code() == ReasonCode.SUPPRESSED) {
      setAsideWithoutContent(unit, event, location, rejected);
    } else {
      ingest.beforeSettingAside(unit, event);
      setAside(
          unit,
          event.source(),
          location,
          rejected.code(),
          rejected.field(),
          rejected.message(),
          shortened(StoredForm.event(event)));
    }
  }

  private void setAsideWithoutContent(
      Unit unit, Event event, String location, IngestResult.Rejected rejected) {
    String key = ingest.suppressedKey(unit, event);
    unit.tx()
        .setAside()
        .add(
            new SetAside(
                key,
                unit.now(),
                event.source(),
                location,
                rejected.code(),
                rejected.field(),
                rejected.message(),
                ""));
  }
}

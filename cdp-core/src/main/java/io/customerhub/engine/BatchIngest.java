package io.customerhub.engine;

import com.google.common.collect.Iterators;
import com.google.common.hash.Hashing;
import io.customerhub.event.Event;
import io.customerhub.event.ReasonCode;
import io.customerhub.intake.Parsed;
import io.customerhub.spi.SetAside;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Takes many events, a transaction per group: a commit is dear, and one bad item is set aside. */
final class BatchIngest {

  private static final int GROUP = 200;

  private final Units units;
  private final Ingest ingest;

  BatchIngest(Units units, Ingest ingest) {
    this.units = units;
    this.ingest = ingest;
  }

  IngestReport ingest(String source, Iterator<Parsed> items, Consumer<IngestReport> progress) {
    IngestReport report = IngestReport.NONE;
    Iterator<List<Parsed>> groups = Iterators.partition(items, GROUP);
    while (groups.hasNext()) {
      List<Parsed> group = groups.next();
      report = report.and(units.run(unit -> group(unit, source, group)));
      progress.accept(report);
    }
    return report;
  }

  /** Takes one event and sets it aside if it is refused. */
  IngestResult ingest(Unit unit, Event event, String location) {
    IngestResult result = ingest.ingest(unit, event);
    if (result instanceof IngestResult.Rejected rejected) {
      setAside(
          unit,
          event.source(),
          location,
          rejected.code(),
          rejected.field(),
          rejected.message(),
          event.toString());
    }
    return result;
  }

  private IngestReport group(Unit unit, String source, List<Parsed> group) {
    IngestReport report = IngestReport.NONE;
    for (Parsed item : group) {
      report = report.and(one(unit, source, item));
    }
    return report;
  }

  private IngestReport one(Unit unit, String source, Parsed item) {
    if (item instanceof Parsed.Accepted accepted) {
      return IngestReport.of(ingest(unit, accepted.event(), accepted.location()));
    }
    Parsed.Rejected rejected = (Parsed.Rejected) item;
    setAside(
        unit,
        source,
        rejected.location(),
        rejected.code(),
        rejected.field(),
        rejected.message(),
        rejected.raw());
    return IngestReport.rejected(rejected.code());
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
}

package io.customerhub.examples.quickstart;

import io.customerhub.CustomerHub;
import io.customerhub.engine.IngestReport;
import io.customerhub.event.ReasonCode;
import io.customerhub.spi.SetAside;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hands files to a hub, one after the other. */
final class Loading {

  private static final int PAGE = 1000;
  private static final int SHOWN = 10;

  private final CustomerHub hub;
  private final Instant now;
  private final Progress progress;
  private final Map<String, Long> tracked = new TreeMap<>();
  private final Map<Scan.Said, Long> said = new HashMap<>();
  private boolean truth;

  Loading(CustomerHub hub, Instant now, Progress progress) {
    this.hub = hub;
    this.now = now;
    this.progress = progress;
  }

  /** Takes a file; never fails, because the next one may be well. */
  Loaded load(Feed feed) {
    String file = feed.input().name();
    IngestReport[] sofar = {IngestReport.NONE};
    List<Problem> problems = new ArrayList<>();
    try {
      Scan scan = scan(feed);
      problems.addAll(scan.problems());
      progress.begin(file, scan.total());
      try (InputStream in = feed.input().open()) {
        sofar[0] = feed.ingest(hub, in, report -> tell(sofar, report));
      }
      if (sofar[0].setAside() > scan.rejected() && problems.size() < SHOWN) {
        problems.addAll(refusedByHub(feed, SHOWN - problems.size()));
      }
      return loaded(feed, sofar[0], problems, "");
    } catch (IOException e) {
      return loaded(feed, sofar[0], problems, Failures.text(e));
    } catch (UncheckedIOException e) {
      return loaded(feed, sofar[0], problems, Failures.text(e));
    }
  }

  /** Returns whether an event of any file says whose it truly is. */
  boolean sawTruth() {
    return truth;
  }

  /** Returns how often each thing was done in all files. */
  Map<String, Long> tracked() {
    return tracked;
  }

  /** Returns how often each trait had each text in all files. */
  Map<Scan.Said, Long> said() {
    return said;
  }

  private Scan scan(Feed feed) throws IOException {
    Scan scan = Scan.of(feed, now);
    truth |= scan.hasTruth();
    scan.tracked().forEach((name, count) -> tracked.merge(name, count, Long::sum));
    scan.said().forEach((what, count) -> said.merge(what, count, Long::sum));
    return scan;
  }

  private void tell(IngestReport[] sofar, IngestReport report) {
    sofar[0] = report;
    progress.at(report.read());
  }

  /** What is an event, but not one that the hub takes: known by no look at the file alone. */
  private List<Problem> refusedByHub(Feed feed, int limit) {
    List<Problem> found = new ArrayList<>();
    List<SetAside> page = hub.setAside(null, PAGE);
    while (!page.isEmpty() && found.size() < limit) {
      page.stream()
          .filter(kept -> kept.source().equals(feed.source()) && ofHub(kept.code()))
          .limit(limit - found.size())
          .forEach(kept -> found.add(Problem.of(feed.input().name(), kept)));
      page = hub.setAside(page.get(page.size() - 1).key(), PAGE);
    }
    return found;
  }

  private static boolean ofHub(ReasonCode code) {
    return code == ReasonCode.MESSAGE_ID_REUSED || code == ReasonCode.TIMESTAMP_RANGE;
  }

  private static Loaded loaded(
      Feed feed, IngestReport report, List<Problem> problems, String broken) {
    return new Loaded(
        feed.input().name(),
        feed.source(),
        report.read(),
        report.accepted(),
        report.duplicates(),
        report.setAside(),
        true,
        report.identifiersSetAside().values().stream().mapToLong(Long::longValue).sum(),
        problems,
        broken);
  }
}

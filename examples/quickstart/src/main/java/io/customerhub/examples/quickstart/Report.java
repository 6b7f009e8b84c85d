package io.customerhub.examples.quickstart;

import io.customerhub.CustomerHub;
import io.customerhub.crm.report.FunnelReport;
import io.customerhub.crm.report.FunnelRow;
import io.customerhub.segment.SegmentText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run prints, for people. */
final class Report {

  private static final int SHOWN = 10;
  private static final int BAR = 32;
  private static final int NAME = 40;

  private final Layout layout;

  Report(Layout layout) {
    this.layout = layout;
  }

  /** Prints how many items came from each file, and whether all were known. */
  void cameIn(List<Loaded> files) {
    layout.heading("What came in");
    List<List<String>> rows =
        new ArrayList<>(List.of(List.of("file", "source", "read", "new", "known", "set aside")));
    files.forEach(file -> rows.add(row(file.file(), file.source(), List.of(file))));
    if (files.size() > 1) {
      rows.add(row("together", "", files));
    }
    layout.table(rows, List.of(2, 3, 4, 5));
    boolean anyNew = files.stream().anyMatch(file -> file.fresh() > 0);
    boolean anyKnown = files.stream().anyMatch(file -> file.known() > 0);
    if (!anyNew && anyKnown) {
      layout.line("");
      layout.line("Everything was known already: nothing new was added.");
    }
  }

  /** Prints which items were not taken, and why. */
  void setAside(List<Loaded> files) {
    List<Loaded> some =
        files.stream().filter(file -> file.setAside() > 0 || !file.broken().isEmpty()).toList();
    long keys = files.stream().mapToLong(Loaded::keysRefused).sum();
    if (some.isEmpty() && keys == 0) {
      return;
    }
    layout.heading("Set aside, and why");
    int each = Math.max(1, SHOWN / Math.max(1, some.size()));
    some.forEach(file -> setAside(file, some.size() == 1 ? SHOWN : each));
    if (keys > 0) {
      layout.line("");
      layout.wrapped(
          Layout.plural(keys, "identifier", "identifiers")
              + " of events that were taken are no key to anybody, such as placeholders; each event"
              + " says which and why",
          0,
          0);
    }
  }

  /** Prints how many people there are, and how sure that is. */
  void people(CustomerHub hub, Census census, Optional<Quality> quality) {
    layout.heading("People");
    layout.line(
        Layout.plural(census.people(), "profile", "profiles")
            + " made of "
            + Layout.plural(census.records(), "distinct record", "distinct records")
            + ", from "
            + Layout.plural(hub.countEvents(), "event", "events"));
    layout.line(
        Layout.number(census.people() - census.anonymous())
            + " have a name, an address or an account; "
            + Layout.number(census.anonymous())
            + " are a cookie or device still unclaimed");
    quality.ifPresent(this::quality);
  }

  /** Prints how many are in each segment. */
  void segments(CustomerHub hub, Map<String, Long> counts, long people) {
    layout.heading("Segments");
    if (counts.isEmpty()) {
      layout.line("none; --segment NAME=TEXT defines one");
    }
    int widest = counts.keySet().stream().mapToInt(String::length).max().orElse(0);
    counts.forEach(
        (name, count) -> {
          double share = people == 0 ? 0 : (double) count / people;
          layout.line(
              String.format(
                  Locale.ROOT,
                  "%-" + widest + "s  %s  %,7d  %7s",
                  name,
                  Layout.bar(share, BAR),
                  count,
                  Layout.percent(share)));
          hub.segments()
              .find(name)
              .ifPresent(condition -> layout.wrapped(SegmentText.print(condition), 4, 6));
        });
  }

  /** Prints the funnel of the deals, and writes it as a picture. */
  void sales(CustomerHub hub, Path svg) throws IOException {
    FunnelReport funnel = hub.reports().funnel(SalesPipeline.KEY).run();
    if (funnel.deals() == 0) {
      return;
    }
    layout.heading("Sales");
    withoutAmounts(funnel).text().lines().forEach(layout::line);
    FunnelRow won = funnel.rows().get(funnel.rows().size() - 1);
    String worth =
        won.amounts().values().stream().map(Object::toString).collect(Collectors.joining(", "));
    layout.line("");
    layout.wrapped("won: " + (worth.isEmpty() ? "nothing yet" : worth), 0, 5);
    Path folder = svg.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(svg, funnel.svg());
    layout.line("picture: " + svg);
  }

  private void setAside(Loaded file, int most) {
    if (!file.broken().isEmpty()) {
      layout.wrapped(file.file() + ": " + file.broken(), 0, 4);
    }
    List<Problem> shown = file.problems().stream().limit(most).toList();
    shown.forEach(problem -> layout.wrapped(problem.text(), 0, 4));
    long more = file.setAside() - shown.size();
    if (more > 0) {
      String where = file.inHub() ? " (kept in the hub, see hub.setAside)" : "";
      layout.line("and " + Layout.number(more) + " more of " + file.file() + where);
    }
  }

  private void quality(Quality quality) {
    layout.line("");
    layout.line(
        "The data says whose each record truly is, which the hub is not told. Measured against that:");
    layout.table(
        List.of(
            measure("precision", quality.precision(), "of the pairs put together are right"),
            measure("recall", quality.recall(), "of the pairs that belong together were found"),
            measure("F1", quality.f1(), "the harmonic mean of the two")),
        List.of(2));
    layout.line(
        Layout.plural(quality.labelled(), "record", "records")
            + " of "
            + Layout.plural(quality.truePeople(), "true person", "true people")
            + "; pairs: "
            + Layout.number(quality.rightPairs())
            + " right of "
            + Layout.number(quality.foundPairs())
            + " found and "
            + Layout.number(quality.truePairs())
            + " true");
  }

  private static List<String> measure(String name, double share, String meaning) {
    return List.of(name, Layout.bar(share, BAR), Layout.percent(share), meaning);
  }

  /** Worth in several currencies is wider than a terminal; the won worth stands below instead. */
  private static FunnelReport withoutAmounts(FunnelReport funnel) {
    return new FunnelReport(
        funnel.pipeline(),
        funnel.rows().stream()
            .map(
                row ->
                    new FunnelRow(
                        row.stage(),
                        row.deals(),
                        Collections.unmodifiableSortedMap(new TreeMap<>()),
                        row.ofFirst(),
                        row.ofPrevious(),
                        row.lostHere(),
                        row.openHere()))
            .toList());
  }

  private static List<String> row(String name, String source, List<Loaded> files) {
    return List.of(
        Layout.cut(name, NAME),
        Layout.cut(source, NAME / 2),
        Layout.number(files.stream().mapToLong(Loaded::read).sum()),
        Layout.number(files.stream().mapToLong(Loaded::fresh).sum()),
        Layout.number(files.stream().mapToLong(Loaded::known).sum()),
        Layout.number(files.stream().mapToLong(Loaded::setAside).sum()));
  }
}

package io.customerhub.examples.quickstart;

import io.customerhub.CustomerHub;
import io.customerhub.CustomerHubBuilder;
import io.customerhub.crm.deal.DealFilter;
import io.customerhub.segment.Condition;
import io.customerhub.storage.jdbc.JdbcStorage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcConnectionPool;

/** One run of the program. */
final class Run {

  static final int OK = 0;
  static final int NOTHING_READ = 1;

  private static final double NANOS = 1e9;

  private final Options options;
  private final Plan plan;
  private final Map<String, Condition> segments;
  private final PrintStream out;
  private final PrintStream err;
  private final LongSupplier nanos;
  private final Layout layout;
  private final Report report;
  private final Progress progress;

  Run(Options options, PrintStream out, PrintStream err, LongSupplier nanos)
      throws IOException, UsageException {
    this.options = options;
    this.plan = options.isSample() ? Plan.sample(options.segments()) : Plan.of(options);
    this.segments = SegmentStep.parse(plan.segments());
    this.out = out;
    this.err = err;
    this.nanos = nanos;
    this.layout = new Layout(out);
    this.report = new Report(layout);
    this.progress = new Progress(err, nanos);
  }

  /** Does it all and returns the exit code. */
  int run() throws IOException, UsageException {
    long began = nanos.getAsLong();
    Database database = Database.of(options);
    if (options.fresh()) {
      database.delete();
    }
    introduce(database);
    JdbcConnectionPool pool = database.open();
    try (CustomerHub hub = hub(pool)) {
      return run(hub, began, database);
    } finally {
      pool.dispose();
    }
  }

  private int run(CustomerHub hub, long began, Database database) throws IOException {
    Instant now = plan.clock().instant();
    Loading loading = new Loading(hub, now, progress);
    List<Loaded> files = load(hub, loading, now);
    if (files.stream().allMatch(file -> file.fresh() + file.known() == 0)) {
      err.println("quickstart: nothing could be read");
    }
    SegmentStep.define(
        hub,
        segments.isEmpty() ? SegmentStep.proposed(loading.tracked(), loading.said()) : segments);
    Census census = Census.of(hub, loading.sawTruth(), progress);
    Optional<Quality> quality =
        Optional.of(census.quality()).filter(found -> found.labelled() > 0 && loading.sawTruth());
    Map<String, Long> counts = SegmentStep.counts(hub);
    report.cameIn(files);
    report.setAside(files);
    report.people(hub, census, quality);
    census.choice().ifPresent(id -> new PersonView(hub, layout).show(id));
    report.segments(hub, counts, census.people());
    report.sales(hub, picture(database));
    double seconds = (nanos.getAsLong() - began) / NANOS;
    finish(seconds, files);
    out.println(
        new Summary()
            .counts(files)
            .people(census.people(), quality)
            .segments(counts)
            .deals(deals(hub))
            .seconds(seconds)
            .json());
    return files.stream().anyMatch(file -> file.fresh() + file.known() > 0) ? OK : NOTHING_READ;
  }

  private void introduce(Database database) {
    out.println("Customer Hub quick start");
    layout.line(
        options.isSample()
            ? "on the sample data: a web shop, a loyalty scheme, a support mailbox, a sales team"
            : "on your own data");
    layout.line("kept in " + database.withEnding() + (database.exists() ? "" : " (new)"));
    layout.line(
        options.isSample()
            ? "as of " + Words.minute(Plan.SAMPLE_TIME) + " UTC, so that every run prints the same"
            : "as of " + Words.minute(plan.clock().instant()) + " UTC");
    plan.guesses()
        .forEach(
            (file, mapping) -> {
              layout.line("");
              layout.line(
                  file + " came without --map. This was guessed; save it, change it, pass it:");
              layout.line(mapping.toJson());
            });
  }

  private CustomerHub hub(JdbcConnectionPool pool) {
    CustomerHubBuilder builder =
        CustomerHub.builder()
            .storage(JdbcStorage.create(pool))
            .clock(plan.clock())
            .pipeline(SalesPipeline.create());
    options.region().ifPresent(builder::defaultRegion);
    return builder.build();
  }

  private List<Loaded> load(CustomerHub hub, Loading loading, Instant now) {
    List<Loaded> files = new ArrayList<>();
    plan.feeds().forEach(feed -> files.add(loading.load(feed)));
    plan.deals().ifPresent(input -> files.add(new DealsImport(hub, now, progress).load(input)));
    if (options.isSample()) {
      FollowUps.plan(hub, now);
    }
    files.addAll(plan.unreadable());
    files.stream()
        .filter(file -> !file.broken().isEmpty())
        .forEach(file -> err.println("quickstart: " + file.file() + ": " + file.broken()));
    return files;
  }

  private Path picture(Database database) {
    return options
        .svg()
        .orElseGet(
            () -> database.file().resolveSibling(database.file().getFileName() + "-funnel.svg"));
  }

  private void finish(double seconds, List<Loaded> files) {
    layout.heading("Done");
    long read = files.stream().mapToLong(Loaded::read).sum();
    layout.line(
        String.format(java.util.Locale.ROOT, "in %.1f seconds, %,d items read", seconds, read));
    if (options.isSample()) {
      layout.line("Run it again: everything will be known. --help says how to read your own data.");
    }
    out.println();
  }

  private static long deals(CustomerHub hub) {
    return hub.deals().collect(DealFilter.all(), Collectors.counting());
  }
}

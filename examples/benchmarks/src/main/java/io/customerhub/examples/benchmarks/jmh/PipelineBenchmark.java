package io.customerhub.examples.benchmarks.jmh;

import io.customerhub.event.Identifier;
import io.customerhub.examples.benchmarks.quality.LabelledSet;
import io.customerhub.examples.resolve.LabelledRow;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.MatchRecord;
import io.customerhub.identity.MatchRules;
import io.customerhub.identity.batch.BatchResolver;
import io.customerhub.identity.batch.RecordSet;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The parts of the way from a row to a person, over made-up people. All but the last are of one
 * record or pair. Not thread-safe.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class PipelineBenchmark {

  private static final int RECORDS = 10_000;
  private static final IdentifierNormalizer NORMALIZER = IdentifierNormalizer.create();

  private final IdentityResolver resolver = IdentityResolver.create(MatchRules.people());
  private List<LabelledRow> rows = List.of();
  private List<Identifier> raw = List.of();
  private List<MatchRecord> records = List.of();

  /** Neighbours in it share a person, as pairs worth comparing do. */
  private List<MatchRecord> byPerson = List.of();

  private int next;

  /** Creates it; {@link #prepare()} comes before anything else. */
  public PipelineBenchmark() {}

  /** Makes the people. */
  @Setup
  public void prepare() throws IOException {
    rows = LabelledSet.generated(RECORDS, 11).rows();
    raw = rows.stream().map(LabelledRow::fields).map(PipelineBenchmark::contact).toList();
    records = rows.stream().map(PipelineBenchmark::record).toList();
    Map<String, List<MatchRecord>> people =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    LabelledRow::person,
                    Collectors.mapping(PipelineBenchmark::record, Collectors.toList())));
    byPerson =
        people.values().stream()
            .filter(own -> own.size() > 1)
            .flatMap(own -> own.subList(0, 2).stream())
            .toList();
  }

  /** Normalises an e-mail address or phone number. */
  @Benchmark
  public Object normaliseIdentifier() {
    return NORMALIZER.normalize(raw.get(advance() % raw.size()));
  }

  /** Prepares a record for comparing. */
  @Benchmark
  public MatchRecord prepareRecord() {
    return record(rows.get(advance() % rows.size()));
  }

  /** Makes the keys under which a record is looked up. */
  @Benchmark
  public Object blockingKeys() {
    return resolver.lookUpKeys(records.get(advance() % records.size())).keys();
  }

  /** Compares two records of different people. */
  @Benchmark
  public Object compareStrangers() {
    int at = advance();
    return resolver.compare(
        records.get(at % records.size()), records.get((at + RECORDS / 2) % records.size()));
  }

  /** Compares two records of one person. */
  @Benchmark
  public Object comparePerson() {
    int at = advance() % (byPerson.size() / 2) * 2;
    return resolver.compare(byPerson.get(at), byPerson.get(at + 1));
  }

  /** Finds the people among 10,000 records. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 10)
  @Measurement(iterations = 7)
  public int resolveBatch() {
    RecordSet set = RecordSet.create();
    for (LabelledRow row : rows) {
      set.add("r" + set.size(), row.fields(), row.keys());
    }
    return BatchResolver.create().resolve(set).clusters().size();
  }

  private int advance() {
    next = next + 1 & Integer.MAX_VALUE;
    return next;
  }

  private static MatchRecord record(LabelledRow row) {
    return MatchRecord.of(row.fields(), row.keys());
  }

  private static Identifier contact(Map<String, String> fields) {
    String email = fields.get("email");
    return email == null
        ? Identifier.phone(fields.getOrDefault("phone", "+4915112345678"))
        : Identifier.email(email);
  }
}

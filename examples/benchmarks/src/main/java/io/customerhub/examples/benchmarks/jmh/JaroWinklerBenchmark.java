package io.customerhub.examples.benchmarks.jmh;

import io.customerhub.identity.EncodedText;
import io.customerhub.identity.JaroWinkler;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The Jaro-Winkler similarity of two texts, by this library and by others. Not thread-safe. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 250, timeUnit = TimeUnit.MILLISECONDS)
public class JaroWinklerBenchmark {

  /** Below it nobody joins people by a name. */
  static final double CUTOFF = 0.9;

  private static final JaroWinklerSimilarity COMMONS_TEXT = new JaroWinklerSimilarity();
  private static final info.debatty.java.stringsimilarity.JaroWinkler DEBATTY =
      new info.debatty.java.stringsimilarity.JaroWinkler();
  private static final org.simmetrics.metrics.JaroWinkler SIMMETRICS =
      org.simmetrics.metrics.JaroWinkler.createWithBoostThreshold();

  /** What the pairs are. */
  @Param({"unrelated", "equal", "typo", "record"})
  public String input = "unrelated";

  private String[] left = {};
  private String[] right = {};
  private EncodedText[] leftEncoded = {};
  private EncodedText[] rightEncoded = {};

  /** Creates it; {@link #prepare()} comes before anything else. */
  public JaroWinklerBenchmark() {}

  /** Makes the pairs. */
  @Setup
  public void prepare() {
    Pairs pairs = Pairs.of(input);
    left = pairs.left();
    right = pairs.right();
    leftEncoded = Stream.of(left).map(EncodedText::of).toArray(EncodedText[]::new);
    rightEncoded = Stream.of(right).map(EncodedText::of).toArray(EncodedText[]::new);
  }

  /** Apache Commons Text. */
  @Benchmark
  @OperationsPerInvocation(Pairs.COUNT)
  public double commonsText() {
    double sum = 0;
    for (int i = 0; i < Pairs.COUNT; i++) {
      sum += COMMONS_TEXT.apply(left[i], right[i]);
    }
    return sum;
  }

  /** Duke 1.2. */
  @Benchmark
  @OperationsPerInvocation(Pairs.COUNT)
  public double duke() {
    double sum = 0;
    for (int i = 0; i < Pairs.COUNT; i++) {
      sum += no.priv.garshol.duke.comparators.JaroWinkler.similarity(left[i], right[i]);
    }
    return sum;
  }

  /** debatty's java-string-similarity. */
  @Benchmark
  @OperationsPerInvocation(Pairs.COUNT)
  public double debatty() {
    double sum = 0;
    for (int i = 0; i < Pairs.COUNT; i++) {
      sum += DEBATTY.similarity(left[i], right[i]);
    }
    return sum;
  }

  /** Simmetrics. */
  @Benchmark
  @OperationsPerInvocation(Pairs.COUNT)
  public double simmetrics() {
    double sum = 0;
    for (int i = 0; i < Pairs.COUNT; i++) {
      sum += SIMMETRICS.compare(left[i], right[i]);
    }
    return sum;
  }

  /** This library, of texts as they are. */
  @Benchmark
  @OperationsPerInvocation(Pairs.COUNT)
  public double hub() {
    double sum = 0;
    for (int i = 0; i < Pairs.COUNT; i++) {
      sum += JaroWinkler.similarity(left[i], right[i]);
    }
    return sum;
  }

  /** This library, of texts that were encoded before. */
  @Benchmark
  @OperationsPerInvocation(Pairs.COUNT)
  public double hubEncoded() {
    double sum = 0;
    for (int i = 0; i < Pairs.COUNT; i++) {
      sum += JaroWinkler.similarity(leftEncoded[i], rightEncoded[i]);
    }
    return sum;
  }

  /** This library, of encoded texts where what is below the cutoff does not matter. */
  @Benchmark
  @OperationsPerInvocation(Pairs.COUNT)
  public double hubEncodedWithCutoff() {
    double sum = 0;
    for (int i = 0; i < Pairs.COUNT; i++) {
      sum += JaroWinkler.similarity(leftEncoded[i], rightEncoded[i], CUTOFF);
    }
    return sum;
  }

  /** Encoding itself. */
  @Benchmark
  @OperationsPerInvocation(Pairs.COUNT)
  public double hubEncode() {
    double sum = 0;
    for (int i = 0; i < Pairs.COUNT; i++) {
      sum += EncodedText.of(left[i]).length();
    }
    return sum;
  }
}

package io.customerhub.examples.benchmarks.jmh;

import io.customerhub.examples.benchmarks.conditions.Contender;
import io.customerhub.examples.benchmarks.conditions.Question;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/**
 * One condition of eight tests of traits and one count of events in a window, on one customer out
 * of {@value #CUSTOMERS}. Not thread-safe.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 7, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class ConditionBenchmark {

  static final int CUSTOMERS = 256;

  /** Who answers. */
  @Param({"BY_HAND", "HUB", "HUB_NEXT_CHANGE", "HUB_REASONS", "CEL", "JSON_LOGIC"})
  String input = "BY_HAND";

  private List<Question> questions = List.of();

  /** Creates it; {@link #prepare()} comes before anything else. */
  public ConditionBenchmark() {}

  /** Makes the customers, and checks that the answers are those of the hand-written code. */
  @Setup
  public void prepare() {
    questions = Contender.valueOf(input).questions(CUSTOMERS, 7);
    List<Question> reference = Contender.BY_HAND.questions(CUSTOMERS, 7);
    for (int i = 0; i < CUSTOMERS; i++) {
      if (questions.get(i).answer() != reference.get(i).answer()) {
        throw new IllegalStateException(input + " differs at customer " + i);
      }
    }
  }

  /** Counts of how many customers the condition holds. */
  @Benchmark
  @OperationsPerInvocation(CUSTOMERS)
  public int holds() {
    int holding = 0;
    for (Question question : questions) {
      holding += question.answer() ? 1 : 0;
    }
    return holding;
  }
}

package io.customerhub.examples.benchmarks.jmh;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.customerhub.CustomerHub;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.profile.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Finding a profile by an identifier, in memory: remembered, looked up, and a bare cache. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class ProfileCacheBenchmark {

  private static final int PEOPLE = 1_000;

  private final Cache<Identifier, Optional<Profile>> bare =
      Caffeine.newBuilder().maximumSize(10L * PEOPLE).build();
  private final Cache<Identifier, Optional<Profile>> expiring =
      Caffeine.newBuilder().maximumSize(10L * PEOPLE).expireAfterWrite(Duration.ofHours(1)).build();
  private final CustomerHub hub =
      CustomerHub.builder().profileCache(10 * PEOPLE, Duration.ofHours(1)).build();
  private final List<Identifier> asked =
      IntStream.range(0, PEOPLE).mapToObj(i -> Identifier.email(address(i))).toList();
  private int next;

  /** Creates it; {@link #prepare()} comes before anything else. */
  public ProfileCacheBenchmark() {}

  private static String address(int person) {
    return "person" + person + "@example.com";
  }

  /** Makes the people, and has everybody remembered. */
  @Setup
  public void prepare() {
    for (int i = 0; i < PEOPLE; i++) {
      hub.ingest(Event.identify().email(address(i)).trait("plan", i));
    }
    asked.forEach(one -> bare.put(one, hub.profiles().cached().find(one)));
    expiring.putAll(bare.asMap());
  }

  /** Closes the hub. */
  @TearDown
  public void close() {
    hub.close();
  }

  private Identifier advance() {
    next = next + 1 < PEOPLE ? next + 1 : 0;
    return asked.get(next);
  }

  /** A get of the cache alone: the limit. */
  @Benchmark
  public Object bareCaffeine() {
    return bare.getIfPresent(advance());
  }

  /** The same of a cache that forgets in time, and has to look at a clock for that as well. */
  @Benchmark
  public Object expiringCaffeine() {
    return expiring.getIfPresent(advance());
  }

  /** The remembered answer. */
  @Benchmark
  public Object cachedFind() {
    return hub.profiles().cached().find(advance());
  }

  /** A look-up in memory, with nothing remembered. */
  @Benchmark
  public Object find() {
    return hub.profiles().find(advance());
  }
}

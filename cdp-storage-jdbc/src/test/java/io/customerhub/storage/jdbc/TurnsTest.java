package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.spi.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class TurnsTest {

  private static final long LONG = TimeUnit.MINUTES.toMillis(2);

  @Test
  void the_first_two_attempts_run_beside_others() throws Exception {
    Turns turns = new Turns(LONG);
    CyclicBarrier both = new CyclicBarrier(2);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int attempt = 1; attempt <= 2; attempt++) {
      int one = attempt;
      // Each waits for the other one inside.
      work.add(() -> turns.take(one, () -> met(both)));
    }
    assertThat(together(work)).hasSize(2);
  }

  @Test
  void from_the_third_attempt_on_a_transaction_runs_alone() throws Exception {
    Turns turns = new Turns(LONG);
    AtomicInteger inside = new AtomicInteger();
    List<Callable<Integer>> work = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      int attempt = thread % 4 + 1;
      work.add(
          () -> {
            int most = 0;
            for (int i = 0; i < 2_000; i++) {
              most = Math.max(most, turns.take(attempt, () -> othersSeen(inside)));
            }
            return attempt > 2 ? most : 0;
          });
    }
    assertThat(together(work)).containsOnly(0);
  }

  @Test
  void one_that_takes_long_stops_nobody_for_ever() throws Exception {
    Turns turns = new Turns(1);
    CyclicBarrier both = new CyclicBarrier(2);
    CountDownLatch inside = new CountDownLatch(1);
    Callable<Integer> first =
        () ->
            turns.take(
                1,
                () -> {
                  inside.countDown();
                  return met(both);
                });
    Callable<Integer> third =
        () -> {
          inside.await();
          return turns.take(3, () -> met(both));
        };
    assertThat(together(List.of(first, third))).hasSize(2);
  }

  @Test
  void who_is_interrupted_does_not_wait() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new Turns(LONG).take(3, () -> 1)).isInstanceOf(StorageException.class);
    assertThat(Thread.interrupted()).as("still said to be").isTrue();
  }

  private static int met(CyclicBarrier both) {
    try {
      return both.await(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("nobody else came in", e);
    }
  }

  /** Returns how many others are or come inside while this one is. */
  private static int othersSeen(AtomicInteger inside) {
    int before = inside.getAndIncrement();
    Thread.yield();
    return Math.max(before, inside.getAndDecrement() - 1);
  }

  private static List<Integer> together(List<Callable<Integer>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> done : threads.invokeAll(work)) {
        results.add(done.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}

package io.customerhub.examples.benchmarks.concurrency;

import io.customerhub.CustomerHub;
import io.customerhub.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the threads of one process deliver.
 *
 * @param events how many events there are in all
 * @param batch how many are handed over in one call
 * @param process the number of this process, from 0 on
 */
record Writing(Workload workload, int events, int batch, int process, int processes, int threads) {

  /** Writes, each thread its share, and returns what was done. */
  Tally run(CountedStorage storage, CustomerHub hub) {
    long transactions = storage.transactions().sum();
    long attempts = storage.attempts().sum();
    List<Callable<long[]>> work = new ArrayList<>();
    long delivered = 0;
    for (int thread = 0; thread < threads; thread++) {
      int writer = process * threads + thread;
      List<Event> share = workload.share(events, writer, processes * threads);
      delivered += share.size();
      work.add(() -> deliver(hub, share));
    }
    long start = System.nanoTime();
    List<long[]> times = atOnce(work);
    return new Tally(
        delivered,
        storage.transactions().sum() - transactions,
        storage.attempts().sum() - attempts,
        storage.deadlocks().sumThenReset(),
        storage.timeouts().sumThenReset(),
        System.nanoTime() - start,
        times.stream().flatMapToLong(Arrays::stream).boxed().toList());
  }

  private long[] deliver(CustomerHub hub, List<Event> share) {
    int calls = (share.size() + batch - 1) / batch;
    long[] nanos = new long[calls];
    for (int call = 0; call < calls; call++) {
      List<Event> some = share.subList(call * batch, Math.min(share.size(), (call + 1) * batch));
      long start = System.nanoTime();
      deliverAtOnce(hub, some);
      nanos[call] = System.nanoTime() - start;
    }
    return nanos;
  }

  private void deliverAtOnce(CustomerHub hub, Collection<Event> some) {
    if (batch == 1) {
      some.forEach(hub::ingest);
    } else {
      hub.ingestAll(some);
    }
  }

  private List<long[]> atOnce(List<Callable<long[]>> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<long[]> results = new ArrayList<>();
      for (Future<long[]> done : pool.invokeAll(work)) {
        results.add(done.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a writer failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}

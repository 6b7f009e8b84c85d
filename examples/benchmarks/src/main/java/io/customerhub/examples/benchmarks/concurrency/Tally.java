package io.customerhub.examples.benchmarks.concurrency;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What writers did.
 *
 * @param events how many they delivered, repeated ones counted
 * @param transactions how many transactions that took
 * @param attempts how often the work of a transaction was run
 * @param deadlocks how often the database chose one as the victim of a deadlock
 * @param timeouts how often one gave up waiting for a lock
 * @param nanos from the first call to the end of the last, the longest of all processes
 * @param calls how long each call took, in nanoseconds
 */
record Tally(
    long events,
    long transactions,
    long attempts,
    long deadlocks,
    long timeouts,
    long nanos,
    List<Long> calls) {

  /** Copies the list. */
  Tally {
    calls = List.copyOf(calls);
  }

  /** Returns what several processes did that ran at the same time. */
  static Tally of(List<Tally> processes) {
    return new Tally(
        processes.stream().mapToLong(Tally::events).sum(),
        processes.stream().mapToLong(Tally::transactions).sum(),
        processes.stream().mapToLong(Tally::attempts).sum(),
        processes.stream().mapToLong(Tally::deadlocks).sum(),
        processes.stream().mapToLong(Tally::timeouts).sum(),
        processes.stream().mapToLong(Tally::nanos).max().orElse(0),
        processes.stream().flatMap(one -> one.calls().stream()).toList());
  }

  /** Returns one line of numbers. */
  String text() {
    LongStream sums = LongStream.of(events, transactions, attempts, deadlocks, timeouts, nanos);
    return LongStream.concat(sums, calls.stream().mapToLong(Long::longValue))
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" "));
  }

  /** Reads what {@link #text()} wrote. */
  static Tally parse(String text) {
    List<Long> all = Arrays.stream(text.split(" ", -1)).map(Long::valueOf).toList();
    return new Tally(
        all.get(0),
        all.get(1),
        all.get(2),
        all.get(3),
        all.get(4),
        all.get(5),
        all.subList(6, all.size()));
  }
}

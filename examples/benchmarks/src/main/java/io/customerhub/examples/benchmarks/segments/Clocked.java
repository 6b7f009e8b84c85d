package io.customerhub.examples.benchmarks.segments;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** The median time of one of many calls, by the CPU of this thread. */
final class Clocked {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Clocked() {}

  /** Returns microseconds, of calls behind as many that warm up. */
  static double median(int calls, IntConsumer call) {
    for (int i = 0; i < calls; i++) {
      call.accept(i);
    }
    long[] times = new long[calls];
    for (int i = 0; i < calls; i++) {
      times[i] = time(call, calls + i);
    }
    Arrays.sort(times);
    return times[calls / 2] / 1e3;
  }

  /** Returns seconds of one call. */
  static double seconds(Runnable call) {
    return time(i -> call.run(), 0) / 1e9;
  }

  private static long time(IntConsumer call, int argument) {
    long start = THREADS.getCurrentThreadCpuTime();
    call.accept(argument);
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}

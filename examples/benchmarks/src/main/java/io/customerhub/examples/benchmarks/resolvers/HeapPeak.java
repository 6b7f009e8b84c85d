package io.customerhub.examples.benchmarks.resolvers;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The most heap used since a start, beyond what was used then. Includes what the collector had not
 * got to yet, so it is an upper bound.
 */
final class HeapPeak {

  private static final double MEGA = 1 << 20;

  private final long before;

  private HeapPeak(long before) {
    this.before = before;
  }

  static HeapPeak start() {
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    return new HeapPeak(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  double megabytes() {
    long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return Math.max(0, peak - before) / MEGA;
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}

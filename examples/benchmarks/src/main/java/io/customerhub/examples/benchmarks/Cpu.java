package io.customerhub.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The time that all threads of this process spend on a processor, those of the garbage collector
 * and the compiler among them. Beside wall time because machines are shared.
 */
public final class Cpu {

  private final long cpu = processTime();
  private final long wall = System.nanoTime();

  private Cpu() {}

  /** Starts to measure. */
  public static Cpu start() {
    return new Cpu();
  }

  /** Returns the seconds of CPU since the start. */
  public double seconds() {
    return (processTime() - cpu) / 1e9;
  }

  /** Returns the seconds of wall time since the start. */
  public double wallSeconds() {
    return (System.nanoTime() - wall) / 1e9;
  }

  private static long processTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}

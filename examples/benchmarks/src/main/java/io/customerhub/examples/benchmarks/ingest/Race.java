package io.customerhub.examples.benchmarks.ingest;

import io.customerhub.event.Event;
import io.customerhub.examples.benchmarks.Cpu;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Contenders that take turns, round by round, so that what else the machine does falls on all. The
 * median round counts, and the first ones do not.
 *
 * @param events how many a round has
 * @param rounds how many count
 */
record Race(Work work, int events, int rounds) {

  private static final int WARM_UP = 3;

  /**
   * How fast one was.
   *
   * @param perSecond events a second
   * @param perCpuSecond events a second of this process's CPU; that of a server is not in it
   */
  record Speed(double perSecond, double perCpuSecond) {}

  List<Speed> run(List<Contender> contenders) {
    double[][] wall = new double[contenders.size()][rounds];
    double[][] cpu = new double[contenders.size()][rounds];
    for (int round = 0; round < WARM_UP + rounds; round++) {
      List<Event> all = work.events(round, events);
      for (int i = 0; i < contenders.size(); i++) {
        Cpu time = Cpu.start();
        contenders.get(i).take(all);
        if (round >= WARM_UP) {
          wall[i][round - WARM_UP] = time.wallSeconds();
          cpu[i][round - WARM_UP] = time.seconds();
        }
      }
    }
    List<Speed> speeds = new ArrayList<>();
    for (int i = 0; i < contenders.size(); i++) {
      speeds.add(new Speed(events / median(wall[i]), events / median(cpu[i])));
    }
    return speeds;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

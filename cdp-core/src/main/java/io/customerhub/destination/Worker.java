package io.customerhub.destination;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers in the background, on daemon threads of its own. Never interrupts a thread: some
 * databases close their files when that happens.
 */
final class Worker {

  private static final Logger LOG = LoggerFactory.getLogger(Destinations.class);

  private final List<Thread> threads = new ArrayList<>();
  private final Duration poll;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final AtomicLong drained = new AtomicLong();
  private long commits;
  private volatile @Nullable Long deadline;

  Worker(List<Dispatcher> dispatchers, Duration poll) {
    this.poll = poll;
    for (Dispatcher dispatcher : dispatchers) {
      String name = dispatcher.subscription().name();
      for (int i = 1; i <= dispatcher.subscription().threads(); i++) {
        Thread thread = new Thread(() -> run(dispatcher), "customer-hub-" + name + "-" + i);
        thread.setDaemon(true);
        threads.add(thread);
      }
    }
  }

  void start() {
    threads.forEach(Thread::start);
  }

  /** Lets idle threads look at once. */
  void wake() {
    lock.lock();
    try {
      commits++;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Delivers what is due, for no longer than a timeout, and ends.
   *
   * @return how much was delivered meanwhile
   */
  long stop(Duration timeout) {
    deadline = System.nanoTime() + timeout.toNanos();
    wake();
    boolean interrupted = false;
    for (Thread thread : threads) {
      interrupted |= !ended(thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return drained.get();
  }

  private boolean ended(Thread thread) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, remaining()));
      return true;
    } catch (InterruptedException e) {
      // The host wants to be gone: what is left is on lease or waits, and is not lost.
      deadline = System.nanoTime();
      return false;
    }
  }

  private void run(Dispatcher dispatcher) {
    boolean more = true;
    while (more) {
      long seen = commits();
      boolean idle = isIdleAfter(dispatcher);
      more = idle ? deadline == null && await(seen) : !isOver();
    }
  }

  /** The storage may fail for a while; its messages are kept out of the log. */
  private boolean isIdleAfter(Dispatcher dispatcher) {
    try {
      DeliveryReport report = dispatcher.round(this::isOver);
      if (report != null && deadline != null) {
        drained.addAndGet(report.delivered());
      }
      return report == null;
    } catch (RuntimeException | LinkageError | AssertionError e) {
      LOG.warn(
          "Delivering to {} failed with {}",
          dispatcher.subscription().name(),
          e.getClass().getName());
      return true;
    }
  }

  private long commits() {
    lock.lock();
    try {
      return commits;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next commit or poll; returns whether to go on. */
  private boolean await(long seen) {
    lock.lock();
    try {
      long left = poll.toNanos();
      while (commits == seen && left > 0) {
        left = news.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean isOver() {
    return deadline != null && remaining() <= 0;
  }

  private long remaining() {
    Long until = deadline;
    return until == null ? Long.MAX_VALUE : until - System.nanoTime();
  }
}

package io.customerhub.engine;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.spi.StorageException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Takes events of many threads one by one and commits those that wait together, up to 200 in a
 * transaction: while one transaction is committed, the next one gathers. Each caller hears of its
 * own event when that is committed.
 *
 * <p>Events are committed in the order in which they were submitted. The queue is bounded: who
 * submits faster than the storage commits has to wait, and is refused in the end. What waits is in
 * memory only: an event counts as taken when its future says so. A sender that never heard of it
 * may send it again, as the same messageId is taken once.
 *
 * <p>Thread-safe. Runs one daemon thread, on which futures are completed: work that takes long
 * belongs in the {@code ...Async} methods of {@link CompletableFuture}. Never part of a transaction
 * of the host's; {@link CustomerEngine#ingest(Event)} is.
 */
public final class IngestQueue implements AutoCloseable {

  private static final int GROUP = 200;
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final ReentrantLock lock = new ReentrantLock(/* fair= */ true);
  private final Condition room = lock.newCondition();
  private final Condition work = lock.newCondition();
  private final Deque<Submitted> waiting = new ArrayDeque<>();
  private final Function<List<Event>, List<IngestResult>> ingest;
  private final Function<EventBuilder, Event> build;
  private final QueueLimits limits;
  private final Thread thread;
  private int events;
  private long bytes;
  private long committed;
  private boolean closed;

  /** An event, and who waits to hear of it. */
  private record Submitted(Event event, long bytes, CompletableFuture<IngestResult> result) {}

  /**
   * What closing did about events that waited.
   *
   * @param committed how many were committed while closing
   * @param left how many were not; their futures have failed
   */
  public record Drained(long committed, long left) {}

  private IngestQueue(
      QueueLimits limits,
      Function<List<Event>, List<IngestResult>> ingest,
      Function<EventBuilder, Event> build) {
    this.limits = limits;
    this.ingest = ingest;
    this.build = build;
    this.thread = new Thread(this::run, "customer-hub-ingest");
    thread.setDaemon(true);
  }

  /**
   * Opens a queue.
   *
   * @param ingest commits events and returns what became of each
   * @param build gives an event the time and messageId that it has none of
   */
  static IngestQueue open(
      QueueLimits limits,
      Function<List<Event>, List<IngestResult>> ingest,
      Function<EventBuilder, Event> build) {
    IngestQueue queue = new IngestQueue(limits, ingest, build);
    queue.thread.start();
    return queue;
  }

  /**
   * Hands an event over, and waits for room if there is none.
   *
   * @return completed with what became of the event when that is committed; a refused event is set
   *     aside with its reason. Completed with a {@link StorageException} if it could not be
   *     committed, and with a {@link CancellationException} if the queue was closed before
   * @throws QueueFullException if there was no room in time, or the thread was interrupted
   * @throws IllegalStateException if the queue is closed
   */
  public CompletableFuture<IngestResult> submit(Event event) {
    Submitted one = new Submitted(event, EventSize.of(event), new CompletableFuture<>());
    lock.lock();
    try {
      awaitRoom(one.bytes());
      waiting.add(one);
      events++;
      bytes += one.bytes();
      work.signal();
    } finally {
      lock.unlock();
    }
    return one.result();
  }

  /**
   * Builds an event and hands it over. A time or messageId that was not set is set here: to this
   * instant, and to a new id.
   *
   * @return as {@link #submit(Event)}
   * @throws io.customerhub.event.InvalidEventException if a value cannot be part of an event
   * @throws QueueFullException as {@link #submit(Event)}
   * @throws IllegalStateException if the queue is closed
   */
  public CompletableFuture<IngestResult> submit(EventBuilder event) {
    return submit(build.apply(event));
  }

  /** Returns how many events wait or are being committed. */
  public int size() {
    lock.lock();
    try {
      return events;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether it takes no more events. */
  public boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Like {@link #close(Duration)}, with 10 seconds. */
  @Override
  public void close() {
    close(CLOSING);
  }

  /**
   * Takes no more events, and commits those that wait for no longer than a timeout. A second call
   * waits again. Not to be called where a future of this queue is completed.
   */
  public Drained close(Duration timeout) {
    long before = closing();
    boolean interrupted = !ended(timeout);
    List<Submitted> left = abandon();
    left.forEach(
        one ->
            one.result()
                .completeExceptionally(new CancellationException("the queue was closed before")));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      return new Drained(committed - before, left.size() + events);
    } finally {
      lock.unlock();
    }
  }

  private void awaitRoom(long more) {
    long nanos = TimeUnit.NANOSECONDS.convert(limits.patience());
    boolean interrupted = false;
    while (!closed && !hasRoomFor(more)) {
      if (nanos <= 0 || interrupted) {
        throw new QueueFullException(
            interrupted
                ? "interrupted while waiting for room in the queue"
                : events + " events wait to be committed; send less or later");
      }
      try {
        nanos = room.awaitNanos(nanos);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        interrupted = true;
      }
    }
    if (closed) {
      throw new IllegalStateException("the queue is closed");
    }
  }

  private boolean hasRoomFor(long more) {
    return events == 0 || (events < limits.events() && bytes + more <= limits.bytes());
  }

  private void run() {
    List<Submitted> group = next();
    while (!group.isEmpty()) {
      commit(group);
      done(group);
      group = next();
    }
  }

  /** Waits for events; returns none when the queue is closed and all are committed. */
  private List<Submitted> next() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        work.awaitUninterruptibly();
      }
      List<Submitted> group = new ArrayList<>(Math.min(GROUP, waiting.size()));
      while (!waiting.isEmpty() && group.size() < GROUP) {
        group.add(waiting.remove());
      }
      return group;
    } finally {
      lock.unlock();
    }
  }

  private void commit(List<Submitted> group) {
    try {
      List<IngestResult> results = ingest.apply(group.stream().map(Submitted::event).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).result().complete(results.get(i));
      }
    } catch (StorageException e) {
      fail(group, e);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      // One of them is to blame, or a listener; the others shall not suffer for it.
      if (group.size() == 1) {
        fail(group, e);
      } else {
        group.forEach(one -> commit(List.of(one)));
      }
    }
  }

  private static void fail(List<Submitted> group, Throwable why) {
    group.forEach(one -> one.result().completeExceptionally(why));
  }

  private void done(List<Submitted> group) {
    lock.lock();
    try {
      events -= group.size();
      bytes -= group.stream().mapToLong(Submitted::bytes).sum();
      committed += group.stream().filter(one -> !one.result().isCompletedExceptionally()).count();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private long closing() {
    lock.lock();
    try {
      closed = true;
      work.signalAll();
      room.signalAll();
      return committed;
    } finally {
      lock.unlock();
    }
  }

  private boolean ended(Duration timeout) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, TimeUnit.NANOSECONDS.convert(timeout)));
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private List<Submitted> abandon() {
    lock.lock();
    try {
      List<Submitted> left = new ArrayList<>(waiting);
      waiting.clear();
      events -= left.size();
      bytes -= left.stream().mapToLong(Submitted::bytes).sum();
      return left;
    } finally {
      lock.unlock();
    }
  }
}

package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.event.ReasonCode;
import io.customerhub.spi.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class IngestQueueTest {

  private static final QueueLimits AT_ONCE = QueueLimits.defaults().withPatience(Duration.ZERO);

  private final CountDownLatch mayCommit = new CountDownLatch(1);
  private final CountDownLatch isCommitting = new CountDownLatch(1);
  private final List<List<String>> commits = Collections.synchronizedList(new ArrayList<>());

  @Test
  void each_hears_of_its_own_event_and_a_refused_one_spoils_nothing() throws Exception {
    TestEngine test = new TestEngine();
    Event first = event("m-1");
    Event reused = Event.track("Other").source("shop").messageId("m-1").at(TestEngine.NOW).build();
    try (IngestQueue queue = test.engine.openQueue(QueueLimits.defaults())) {
      CompletableFuture<IngestResult> accepted = queue.submit(first);
      CompletableFuture<IngestResult> again = queue.submit(first);
      CompletableFuture<IngestResult> refused = queue.submit(reused);
      CompletableFuture<IngestResult> built =
          queue.submit(Event.track("Viewed").source("shop").userId("u-1"));

      assertThat(result(accepted)).isInstanceOf(IngestResult.Accepted.class);
      assertThat(result(again)).isInstanceOf(IngestResult.Duplicate.class);
      assertThat(result(refused))
          .isInstanceOfSatisfying(
              IngestResult.Rejected.class,
              why -> assertThat(why.code()).isEqualTo(ReasonCode.MESSAGE_ID_REUSED));
      assertThat(result(built).profile()).isEqualTo(result(accepted).profile()).isPresent();
    }
    assertThat(test.engine.countEvents()).isEqualTo(2);
    assertThat(test.engine.setAsideCounts()).containsEntry(ReasonCode.MESSAGE_ID_REUSED, 1L);
    assertThat(test.engine.setAside(null, 1).get(0).location()).isEqualTo("queue");
  }

  @Test
  void what_gathers_during_a_commit_is_committed_together_and_in_order() throws Exception {
    IngestQueue queue = IngestQueue.open(QueueLimits.defaults(), this::slowly, builder -> null);
    List<String> sent = new ArrayList<>();
    List<CompletableFuture<IngestResult>> answers = new ArrayList<>();
    answers.add(queue.submit(event("first")));
    isCommitting.await();
    for (int i = 0; i < 450; i++) {
      answers.add(queue.submit(event("m-" + i)));
      sent.add("m-" + i);
    }
    assertThat(queue.size()).isEqualTo(451);
    mayCommit.countDown();
    for (CompletableFuture<IngestResult> answer : answers) {
      assertThat(result(answer)).isEqualTo(new IngestResult.Duplicate(null));
    }

    assertThat(queue.close(Duration.ofMinutes(1)).left()).isZero();
    assertThat(commits).extracting(List::size).containsExactly(1, 200, 200, 50);
    assertThat(commits.subList(1, 4).stream().flatMap(List::stream)).isEqualTo(sent);
    assertThat(queue.size()).isZero();
  }

  @Test
  void who_comes_when_it_is_full_is_refused_or_waits() throws Exception {
    try (IngestQueue queue = IngestQueue.open(AT_ONCE.withEvents(2), this::slowly, b -> null)) {
      queue.submit(event("m-1"));
      isCommitting.await();
      queue.submit(event("m-2"));
      assertThatThrownBy(() -> queue.submit(event("m-3")))
          .isInstanceOf(QueueFullException.class)
          .hasMessageStartingWith("2 events wait to be committed");
      mayCommit.countDown();
    }
    assertThat(commits).containsExactly(List.of("m-1"), List.of("m-2"));
  }

  @Test
  void who_waits_for_room_gets_it() throws Exception {
    QueueLimits patient =
        QueueLimits.defaults().withEvents(1).withPatience(Duration.ofDays(9_999_999));
    try (IngestQueue queue = IngestQueue.open(patient, this::slowly, b -> null)) {
      queue.submit(event("m-1"));
      isCommitting.await();
      Thread sender = new Thread(() -> queue.submit(event("m-2")));
      sender.start();
      while (sender.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      assertThat(queue.size()).isEqualTo(1);
      mayCommit.countDown();
      sender.join();
    }
    assertThat(commits).containsExactly(List.of("m-1"), List.of("m-2"));
  }

  @Test
  void a_large_event_needs_room_too_but_one_alone_always_has_it() throws Exception {
    Event large = large();
    QueueLimits small = AT_ONCE.withBytes(EventSize.of(large) - 1);
    try (IngestQueue queue = IngestQueue.open(small, this::slowly, b -> null)) {
      queue.submit(large);
      isCommitting.await();
      assertThatThrownBy(() -> queue.submit(event("m-2"))).isInstanceOf(QueueFullException.class);
      mayCommit.countDown();
    }
    assertThat(EventSize.of(large)).isBetween(16_000L, 20_000L);
  }

  @Test
  void interrupted_while_waiting_the_event_is_not_taken() throws Exception {
    try (IngestQueue queue =
        IngestQueue.open(QueueLimits.defaults().withEvents(1), this::slowly, b -> null)) {
      queue.submit(event("m-1"));
      isCommitting.await();
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> queue.submit(event("m-2")))
          .isInstanceOf(QueueFullException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).as("still said to be").isTrue();
      mayCommit.countDown();
    }
    assertThat(commits).containsExactly(List.of("m-1"));
  }

  @Test
  void a_failing_storage_is_told_to_all_and_the_queue_goes_on() throws Exception {
    Function<List<Event>, List<IngestResult>> failing =
        events -> {
          if (events.get(0).messageId().equals("m-1")) {
            throw new StorageException("it is gone", null);
          }
          return known(events);
        };
    try (IngestQueue queue = IngestQueue.open(QueueLimits.defaults(), failing, b -> null)) {
      CompletableFuture<IngestResult> lost = queue.submit(event("m-1"));
      assertThatThrownBy(() -> result(lost))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(StorageException.class);
      assertThat(result(queue.submit(event("m-2")))).isInstanceOf(IngestResult.Duplicate.class);
    }
  }

  @Test
  void an_event_that_nobody_can_take_fails_alone() throws Exception {
    Function<List<Event>, List<IngestResult>> picky =
        events -> {
          List<IngestResult> results = slowly(events);
          if (commits.get(commits.size() - 1).contains("m-3")) {
            throw new IllegalStateException("a bug");
          }
          return results;
        };
    try (IngestQueue queue = IngestQueue.open(QueueLimits.defaults(), picky, b -> null)) {
      queue.submit(event("m-1"));
      isCommitting.await();
      CompletableFuture<IngestResult> good = queue.submit(event("m-2"));
      CompletableFuture<IngestResult> bad = queue.submit(event("m-3"));
      CompletableFuture<IngestResult> after = queue.submit(event("m-4"));
      mayCommit.countDown();
      assertThat(result(good)).isNotNull();
      assertThat(result(after)).isNotNull();
      assertThatThrownBy(() -> result(bad)).hasCauseInstanceOf(IllegalStateException.class);
    }
    assertThat(commits)
        .containsExactly(
            List.of("m-1"),
            List.of("m-2", "m-3", "m-4"),
            List.of("m-2"),
            List.of("m-3"),
            List.of("m-4"));
  }

  @Test
  void closing_commits_what_waits_and_takes_no_more() throws Exception {
    IngestQueue queue = IngestQueue.open(QueueLimits.defaults(), this::slowly, b -> null);
    queue.submit(event("m-1"));
    isCommitting.await();
    CompletableFuture<IngestResult> waiting = queue.submit(event("m-2"));
    mayCommit.countDown();

    assertThat(queue.close(Duration.ofMinutes(1)).left()).isZero();
    assertThat(waiting).isCompleted();
    assertThat(queue.isClosed()).isTrue();
    assertThatThrownBy(() -> queue.submit(event("m-3"))).isInstanceOf(IllegalStateException.class);
    assertThat(queue.close(Duration.ZERO)).isEqualTo(new IngestQueue.Drained(0, 0));
  }

  @Test
  void what_cannot_be_committed_in_time_is_told_to_its_sender() throws Exception {
    IngestQueue queue = IngestQueue.open(QueueLimits.defaults(), this::slowly, b -> null);
    CompletableFuture<IngestResult> running = queue.submit(event("m-1"));
    isCommitting.await();
    CompletableFuture<IngestResult> waiting = queue.submit(event("m-2"));

    assertThat(queue.close(Duration.ofMillis(1))).isEqualTo(new IngestQueue.Drained(0, 2));
    assertThat(waiting).isCancelled();
    assertThatThrownBy(waiting::join).isInstanceOf(CancellationException.class);
    mayCommit.countDown();
    assertThat(result(running)).as("was on its way").isNotNull();
    queue.close(Duration.ofMinutes(1));
    assertThat(commits).containsExactly(List.of("m-1"));
  }

  @Test
  void limits_are_checked() {
    assertThatThrownBy(() -> QueueLimits.defaults().withEvents(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("events: 0, expected at least 1");
    assertThatThrownBy(() -> QueueLimits.defaults().withBytes(0)).hasMessageStartingWith("bytes");
    assertThatThrownBy(() -> QueueLimits.defaults().withPatience(Duration.ofMillis(-1)))
        .hasMessageStartingWith("patience");
  }

  private static Event large() {
    return Event.track("Read")
        .source("shop")
        .messageId("large")
        .property("text", "x".repeat(8_000))
        .at(TestEngine.NOW)
        .build();
  }

  private static Event event(String messageId) {
    return Event.track("Viewed")
        .source("shop")
        .messageId(messageId)
        .userId("u-1")
        .at(TestEngine.NOW)
        .build();
  }

  /** Commits when it may. */
  private List<IngestResult> slowly(List<Event> events) {
    commits.add(events.stream().map(Event::messageId).toList());
    isCommitting.countDown();
    try {
      mayCommit.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts the queue's thread", e);
    }
    return known(events);
  }

  private static List<IngestResult> known(List<Event> events) {
    return events.stream().<IngestResult>map(one -> new IngestResult.Duplicate(null)).toList();
  }

  private static IngestResult result(CompletableFuture<IngestResult> answer) throws Exception {
    return answer.get(60, TimeUnit.SECONDS);
  }
}

package io.customerhub.crm.task;

import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.DealId;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.TaskId;
import io.customerhub.crm.UserRef;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something to be done. Immutable; changed through {@link Tasks}.
 *
 * @param id the task's id
 * @param version 0 when planned, one more with each change
 * @param title what is to be done; 1 to {@value CrmLimits#TITLE} characters
 * @param subject the person or organisation it is about, as known when it was planned
 * @param deal the deal it is about
 * @param kind what sort of thing
 * @param assignee the user who is to do it
 * @param due until when
 * @param priority how much it matters
 * @param status how far it has come
 * @param createdAt when it was planned
 * @param completedAt when it was done; present exactly if it is done
 * @param outcome what came of it, or why it was cancelled; of a closed task only
 */
public record Task(
    TaskId id,
    long version,
    String title,
    ProfileId subject,
    Optional<DealId> deal,
    TaskKind kind,
    Optional<UserRef> assignee,
    Optional<Due> due,
    Priority priority,
    TaskStatus status,
    Instant createdAt,
    Optional<Instant> completedAt,
    Optional<String> outcome) {

  /**
   * Checks the parts.
   *
   * @throws InvalidRecordException if a value is not as described
   */
  public Task {
    Objects.requireNonNull(id, "id");
    title = Checks.text("title", title, CrmLimits.TITLE);
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(deal, "deal");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(assignee, "assignee");
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(priority, "priority");
    Checks.time("createdAt", createdAt);
    outcome = outcome.map(text -> Checks.text("outcome", text, CrmLimits.NOTE));
    if (completedAt.isPresent() != (status == TaskStatus.DONE)) {
      throw new InvalidRecordException("completedAt", "is there exactly if the task is done");
    }
    if (outcome.isPresent() && status.isOpen()) {
      throw new InvalidRecordException("outcome", "is there only if the task is closed");
    }
  }

  /** Returns whether there is still something to do. */
  public boolean isOpen() {
    return status.isOpen();
  }

  /** Returns whether it is open and its due time has passed. */
  public boolean isOverdue(Instant now) {
    return isOpen() && due.filter(until -> until.isOverdue(now)).isPresent();
  }

  /** Returns id, version and status; no personal data. */
  @Override
  public String toString() {
    return "Task[" + id + ", version " + version + ", " + status + "]";
  }

  Task with(TaskStatus next, Optional<Instant> done, Optional<String> came) {
    return new Task(
        id, version, title, subject, deal, kind, assignee, due, priority, next, createdAt, done,
        came);
  }

  String label() {
    return "task " + id;
  }
}

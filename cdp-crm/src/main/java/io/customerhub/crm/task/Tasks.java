package io.customerhub.crm.task;

import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmContext;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.Revision;
import io.customerhub.crm.TaskId;
import io.customerhub.crm.UserRef;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.record.Records;
import io.customerhub.crm.record.Stamp;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Plans, completes and finds tasks. Thread-safe; each command is one transaction. */
public final class Tasks {

  private static final Comparator<Task> BY_DUE =
      Comparator.comparing(Tasks::overdueFrom)
          .thenComparing(Task::priority, Comparator.reverseOrder())
          .thenComparing(Task::createdAt)
          .thenComparing(task -> task.id().value());

  private final CrmContext context;
  private final Records<Task> records;

  /** Creates the service. */
  public Tasks(CrmContext context) {
    this.context = Objects.requireNonNull(context, "context");
    this.records = new Records<>(TaskRecords.INSTANCE, context.changes());
  }

  /**
   * Starts a new task.
   *
   * @param title what is to be done; 1 to {@value CrmLimits#TITLE} characters
   * @throws InvalidRecordException if the title is blank or too long
   */
  public TaskDraft plan(String title) {
    String checked = Checks.text("title", title, CrmLimits.TITLE);
    return new TaskDraft(this, new TaskId(context.ids().next()), checked);
  }

  /** Begins a task. */
  public TaskEdit start(TaskId id) {
    return new TaskEdit(this, id, null, "start");
  }

  /** Completes a task. */
  public TaskEdit complete(TaskId id) {
    return new TaskEdit(this, id, null, "complete");
  }

  /** Completes a task, if it is still as it was read. */
  public TaskEdit complete(Task task) {
    return new TaskEdit(this, task.id(), task.version(), "complete");
  }

  /** Cancels a task. */
  public TaskEdit cancel(TaskId id) {
    return new TaskEdit(this, id, null, "cancel");
  }

  /** Plans a closed task again. */
  public TaskEdit reopen(TaskId id) {
    return new TaskEdit(this, id, null, "reopen");
  }

  /** Returns a task as it is now. */
  public Optional<Task> find(TaskId id) {
    return context.storage().inTransaction(tx -> records.find(tx, id.value()));
  }

  /** Returns the tasks about a person or organisation, oldest first, under whichever of its ids. */
  public List<Task> about(ProfileId profile) {
    return context.storage().inTransaction(tx -> about(tx, context.members().members(tx, profile)));
  }

  /** Returns the tasks about any of these ids, oldest first, within a transaction. */
  public List<Task> about(Transaction tx, Set<ProfileId> members) {
    return records.about(tx, members);
  }

  /** Returns the tasks about a deal, the oldest first. */
  public List<Task> about(Deal deal) {
    return matching(TaskRecords.DEAL, deal.id().toString(), all -> true).stream()
        .sorted(Comparator.comparing(Task::createdAt).thenComparing(task -> task.id().value()))
        .toList();
  }

  /** Returns the open tasks whose due time has passed, the longest overdue first. */
  public List<Task> overdue(Instant now) {
    return matching(TaskRecords.OPEN, TaskRecords.YES, task -> task.isOverdue(now)).stream()
        .sorted(BY_DUE)
        .toList();
  }

  /**
   * Returns a user's open tasks: the first due first, those without a due time last; what is due at
   * one time by priority.
   */
  public List<Task> agenda(UserRef user) {
    return matching(TaskRecords.ASSIGNEE, user.id(), all -> true).stream().sorted(BY_DUE).toList();
  }

  /** Returns every version of a task, oldest first; empty if there is no such task. */
  public List<Revision<Task>> history(Task task) {
    return context.storage().inTransaction(tx -> records.history(tx, task.id().value()));
  }

  Task insert(TaskDraft draft) {
    Instant now = context.clock().instant();
    Task task = draft.build(now);
    Stamp stamp = new Stamp(draft.actor(), "planned", now);
    return context.storage().inTransaction(tx -> records.insert(tx, task, stamp));
  }

  Task commit(TaskEdit edit) {
    Instant now = context.clock().instant();
    return context
        .storage()
        .inTransaction(
            tx -> {
              Task changed = edit.applyTo(read(tx, edit.id(), edit.version()), now);
              return records.save(tx, changed, new Stamp(edit.actor(), edit.command(), now));
            });
  }

  private Task read(Transaction tx, TaskId id, @Nullable Long version) {
    return version == null
        ? records.require(tx, id.value())
        : records.require(tx, id.value(), version);
  }

  private List<Task> matching(String key, String value, Predicate<Task> filter) {
    Map.Entry<String, String> lookup = Map.entry(key, value);
    return context
        .storage()
        .inTransaction(tx -> records.list(tx, lookup, filter, null, Integer.MAX_VALUE));
  }

  private static Instant overdueFrom(Task task) {
    return task.due().map(Due::overdueFrom).orElse(Instant.MAX);
  }
}

package io.customerhub.crm.task;

import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.IllegalTransitionException;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.NoSuchRecordException;
import io.customerhub.crm.TaskId;
import io.customerhub.crm.UserRef;
import io.customerhub.spi.StaleWriteException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of a task, made by {@link #commit}. Not thread-safe. */
public final class TaskEdit {

  private final Tasks tasks;
  private final TaskId id;
  private final @Nullable Long version;
  private final String command;
  private @Nullable String outcome;
  private @Nullable Instant on;
  private UserRef by = UserRef.SYSTEM;

  TaskEdit(Tasks tasks, TaskId id, @Nullable Long version, String command) {
    this.tasks = tasks;
    this.id = id;
    this.version = version;
    this.command = command;
  }

  /**
   * Says what came of a task that is completed, or why one is cancelled.
   *
   * @throws InvalidRecordException if it is blank or longer than {@value CrmLimits#NOTE} characters
   */
  public TaskEdit outcome(String text) {
    this.outcome = Checks.text("outcome", text, CrmLimits.NOTE);
    return this;
  }

  /** Sets when it was done, for imports; now if not set. */
  public TaskEdit on(Instant time) {
    this.on = Checks.time("on", time);
    return this;
  }

  /** Sets who takes the step; {@link UserRef#SYSTEM} if not set. */
  public TaskEdit by(UserRef user) {
    this.by = Objects.requireNonNull(user, "user");
    return this;
  }

  /**
   * Takes the step and returns the task as it is then.
   *
   * @throws IllegalTransitionException if the task may not take it; says which are legal
   * @throws NoSuchRecordException if there is no such task
   * @throws StaleWriteException if a task was given and has been changed since it was read
   * @throws InvalidRecordException if an outcome is given for a step that leaves it open, or the
   *     time is in the future
   */
  public Task commit() {
    return tasks.commit(this);
  }

  TaskId id() {
    return id;
  }

  @Nullable Long version() {
    return version;
  }

  UserRef actor() {
    return by;
  }

  String command() {
    return command;
  }

  Task applyTo(Task stored, Instant now) {
    TaskStatus next = TaskStatus.MACHINE.after(stored.status(), command, stored.label());
    Instant when = on == null ? now : on;
    if (when.isAfter(now)) {
      throw new InvalidRecordException("on", "is " + when + ", after the present, " + now);
    }
    Optional<Instant> done = next == TaskStatus.DONE ? Optional.of(when) : Optional.empty();
    return stored.with(next, done, Optional.ofNullable(outcome));
  }
}

package io.customerhub.crm.task;

import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.TaskId;
import io.customerhub.crm.UserRef;
import io.customerhub.crm.deal.Deal;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a new {@link Task}. Not thread-safe. */
public final class TaskDraft {

  private final Tasks tasks;
  private final TaskId id;
  private final String title;
  private @Nullable ProfileId subject;
  private @Nullable Deal deal;
  private @Nullable Due due;
  private @Nullable UserRef assignee;
  private TaskKind kind = TaskKind.TODO;
  private Priority priority = Priority.NORMAL;
  private UserRef by = UserRef.SYSTEM;

  TaskDraft(Tasks tasks, TaskId id, String title) {
    this.tasks = tasks;
    this.id = id;
    this.title = title;
  }

  /** Says which deal it is about; and so, unless told, whom: the deal's subject. */
  public TaskDraft about(Deal deal) {
    this.deal = Objects.requireNonNull(deal, "deal");
    return this;
  }

  /** Says which person or organisation it is about. */
  public TaskDraft about(ProfileId profile) {
    this.subject = Objects.requireNonNull(profile, "profile");
    return this;
  }

  /** Sets what sort of thing it is; {@link TaskKind#TODO} if not set. */
  public TaskDraft kind(TaskKind kind) {
    this.kind = Objects.requireNonNull(kind, "kind");
    return this;
  }

  /** Sets how much it matters; {@link Priority#NORMAL} if not set. */
  public TaskDraft priority(Priority priority) {
    this.priority = Objects.requireNonNull(priority, "priority");
    return this;
  }

  /** Sets the day by whose end, in UTC, it is to be done; open-ended if not set. */
  public TaskDraft due(LocalDate date) {
    return due(date, ZoneOffset.UTC);
  }

  /** Sets the day by whose end, in a zone, it is to be done. */
  public TaskDraft due(LocalDate date, ZoneId zone) {
    return due(new Due.On(date, zone));
  }

  /** Sets the instant by which it is to be done; shown in UTC. */
  public TaskDraft due(Instant instant) {
    return due(new Due.At(instant, ZoneOffset.UTC));
  }

  /** Sets until when it is to be done. */
  public TaskDraft due(Due due) {
    this.due = Objects.requireNonNull(due, "due");
    return this;
  }

  /** Sets who is to do it; nobody if not set. */
  public TaskDraft assign(UserRef user) {
    this.assignee = Objects.requireNonNull(user, "user");
    return this;
  }

  /** Sets who plans it; {@link UserRef#SYSTEM} if not set. */
  public TaskDraft by(UserRef user) {
    this.by = Objects.requireNonNull(user, "user");
    return this;
  }

  /**
   * Plans the task and returns it.
   *
   * @throws InvalidRecordException if neither a deal nor a profile was named that it is about
   * @throws io.customerhub.engine.UnknownProfileException if it is about somebody whom nobody knows
   */
  public Task save() {
    return tasks.insert(this);
  }

  UserRef actor() {
    return by;
  }

  Task build(Instant now) {
    return new Task(
        id,
        0,
        title,
        subjectOrDeals(),
        Optional.ofNullable(deal).map(Deal::id),
        kind,
        Optional.ofNullable(assignee),
        Optional.ofNullable(due),
        priority,
        TaskStatus.MACHINE.initial(),
        now,
        Optional.empty(),
        Optional.empty());
  }

  private ProfileId subjectOrDeals() {
    if (subject != null) {
      return subject;
    }
    if (deal != null) {
      return deal.subject();
    }
    throw new InvalidRecordException("about", "has to name a deal or a profile");
  }
}

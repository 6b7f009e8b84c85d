package io.customerhub.crm.task;

import io.customerhub.crm.DealId;
import io.customerhub.crm.TaskId;
import io.customerhub.crm.UserRef;
import io.customerhub.crm.record.Body;
import io.customerhub.crm.record.RecordKind;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** How tasks are kept. */
final class TaskRecords implements RecordKind<Task> {

  static final TaskRecords INSTANCE = new TaskRecords();
  static final String OPEN = "open";
  static final String ASSIGNEE = "open-for";
  static final String DEAL = "deal";
  static final String YES = "true";

  private TaskRecords() {}

  @Override
  public String name() {
    return "task";
  }

  @Override
  public UUID id(Task task) {
    return task.id().value();
  }

  @Override
  public long version(Task task) {
    return task.version();
  }

  @Override
  public Set<ProfileId> subjects(Task task) {
    return Set.of(task.subject());
  }

  @Override
  public Instant at(Task task) {
    return task.createdAt();
  }

  /** Closed tasks leave the keys of open ones, so that an agenda reads no more than it shows. */
  @Override
  public Map<String, String> keys(Task task) {
    Map<String, String> keys = new TreeMap<>();
    task.deal().ifPresent(deal -> keys.put(DEAL, deal.toString()));
    if (task.isOpen()) {
      keys.put(OPEN, YES);
      task.assignee().ifPresent(user -> keys.put(ASSIGNEE, user.id()));
    }
    return keys;
  }

  @Override
  public Body write(Task task) {
    return Body.create()
        .put("title", task.title())
        .put("subject", task.subject())
        .put("deal", task.deal())
        .put("kind", task.kind())
        .put("assignee", task.assignee())
        .put("due", task.due(), TaskRecords::write)
        .put("priority", task.priority())
        .put("status", task.status())
        .put("createdAt", task.createdAt())
        .put("completedAt", task.completedAt())
        .put("outcome", task.outcome());
  }

  @Override
  public Task read(UUID id, long version, Body body) {
    return new Task(
        new TaskId(id),
        version,
        body.text("title"),
        body.get("subject", ProfileId::of),
        body.find("deal", DealId::of),
        body.get("kind", TaskKind::valueOf),
        body.find("assignee", UserRef::of),
        body.findObject("due", TaskRecords::due),
        body.get("priority", Priority::valueOf),
        body.get("status", TaskStatus::valueOf),
        body.get("createdAt", Instant::parse),
        body.find("completedAt", Instant::parse),
        body.find("outcome", text -> text));
  }

  private static Body write(Due due) {
    Body body = Body.create().put("zone", due.zone());
    return due instanceof Due.On day
        ? body.put("date", day.date())
        : body.put("instant", ((Due.At) due).instant());
  }

  private static Due due(Body body) {
    ZoneId zone = body.get("zone", ZoneId::of);
    return body.find("date", LocalDate::parse)
        .<Due>map(date -> new Due.On(date, zone))
        .orElseGet(() -> new Due.At(body.get("instant", Instant::parse), zone));
  }
}

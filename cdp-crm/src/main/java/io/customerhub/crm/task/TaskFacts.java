package io.customerhub.crm.task;

import io.customerhub.crm.record.FactFields;
import io.customerhub.crm.record.Records;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Fact;
import io.customerhub.segment.Schema;
import io.customerhub.spi.FactSource;
import io.customerhub.spi.Transaction;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tasks as segments see them, dated by when they were planned: {@code status} (planned,
 * in_progress, done, cancelled), {@code open}, {@code type} (todo, call, email, meeting,
 * follow_up), {@code priority}, {@code overdue_from}, {@code completed}, {@code assignee}. An
 * overdue task is one that is open with {@code overdue_from in past}. Thread-safe.
 */
public final class TaskFacts implements FactSource {

  private final Records<Task> records = new Records<>(TaskRecords.INSTANCE);

  /** Creates the source. */
  public TaskFacts() {}

  @Override
  public String kind() {
    return TaskRecords.INSTANCE.name();
  }

  @Override
  public Map<String, Schema.Type> fields() {
    return Map.of(
        "status", Schema.Type.TEXT,
        "open", Schema.Type.BOOLEAN,
        "type", Schema.Type.TEXT,
        "priority", Schema.Type.TEXT,
        "overdue_from", Schema.Type.DATE,
        "completed", Schema.Type.DATE,
        "assignee", Schema.Type.TEXT);
  }

  /** A task may be listed by when it is due, but it is a fact from when it was planned. */
  @Override
  public List<Fact> read(Transaction tx, Set<ProfileId> members) {
    return records.about(tx, members).stream()
        .map(TaskFacts::fact)
        .sorted(Comparator.comparing(Fact::time))
        .toList();
  }

  private static Fact fact(Task task) {
    return FactFields.create()
        .put("status", task.status())
        .put("open", task.isOpen())
        .put("type", task.kind())
        .put("priority", task.priority())
        .put("overdue_from", task.due().map(Due::overdueFrom))
        .put("completed", task.completedAt())
        .put("assignee", task.assignee().map(user -> user.id()))
        .at(task.createdAt());
  }
}

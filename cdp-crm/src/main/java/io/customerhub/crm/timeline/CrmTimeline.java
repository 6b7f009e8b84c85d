package io.customerhub.crm.timeline;

import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.deal.Deals;
import io.customerhub.crm.interaction.Interactions;
import io.customerhub.crm.task.Tasks;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The CRM's part of a person's timeline. Thread-safe. */
public final class CrmTimeline {

  private final Deals deals;
  private final Tasks tasks;
  private final Interactions interactions;

  /** Creates the view over the services. */
  public CrmTimeline(Deals deals, Tasks tasks, Interactions interactions) {
    this.deals = Objects.requireNonNull(deals, "deals");
    this.tasks = Objects.requireNonNull(tasks, "tasks");
    this.interactions = Objects.requireNonNull(interactions, "interactions");
  }

  /**
   * Returns the newest entries about any of these ids, newest first.
   *
   * @param members the ids of one profile
   * @param from the earliest time
   * @param to the time before which
   * @param limit the most to return, 1 to {@value CrmLimits#PAGE}
   */
  public List<TimelineEntry> entries(
      Transaction tx, Set<ProfileId> members, Instant from, Instant to, int limit) {
    int checked = Checks.page(limit);
    return all(tx, members)
        .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
        .sorted(TimelineEntry.NEWEST_FIRST)
        .limit(checked)
        .toList();
  }

  private Stream<TimelineEntry> all(Transaction tx, Set<ProfileId> members) {
    return Stream.of(
            deals.about(tx, members).stream().flatMap(deal -> Entries.of(deal, members)),
            tasks.about(tx, members).stream().flatMap(Entries::of),
            interactions.about(tx, members).stream().map(item -> Entries.of(item, members)))
        .flatMap(entries -> entries);
  }
}

package io.customerhub.crm.timeline;

import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.Outcome;
import io.customerhub.crm.deal.StageEntry;
import io.customerhub.crm.interaction.Direction;
import io.customerhub.crm.interaction.Interaction;
import io.customerhub.crm.task.Task;
import io.customerhub.crm.timeline.TimelineEntry.Kind;
import io.customerhub.profile.ProfileId;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How records show in a timeline. */
final class Entries {

  private Entries() {}

  static Stream<TimelineEntry> of(Deal deal, Set<ProfileId> members) {
    ProfileId member = member(deal.subject(), deal.subjects(), members);
    return IntStream.range(0, deal.entries().size())
        .mapToObj(i -> of(deal, deal.entries().get(i), i == 0, member));
  }

  static Stream<TimelineEntry> of(Task task) {
    String source = "task/" + task.id();
    TimelineEntry planned =
        new TimelineEntry(
            task.createdAt(), Kind.TASK_PLANNED, task.title(), "", task.subject(), source);
    return Stream.concat(
        Stream.of(planned),
        task.completedAt().stream()
            .map(
                at ->
                    new TimelineEntry(
                        at,
                        Kind.TASK_COMPLETED,
                        task.title(),
                        task.outcome().orElse(""),
                        task.subject(),
                        source)));
  }

  static TimelineEntry of(Interaction item, Set<ProfileId> members) {
    return new TimelineEntry(
        item.at(),
        Kind.INTERACTION,
        title(item),
        item.summary(),
        member(item.subject(), item.participants(), members),
        "interaction/" + item.id());
  }

  private static TimelineEntry of(Deal deal, StageEntry entry, boolean first, ProfileId member) {
    Kind kind =
        first ? Kind.DEAL_OPENED : entry.outcome().map(Entries::kind).orElse(Kind.DEAL_MOVED);
    return new TimelineEntry(
        entry.enteredAt(),
        kind,
        deal.name() + ": " + entry.stage(),
        detail(entry),
        member,
        "deal/" + deal.id());
  }

  private static Kind kind(Outcome outcome) {
    return switch (outcome.status()) {
      case WON -> Kind.DEAL_WON;
      case LOST -> Kind.DEAL_LOST;
      case ABANDONED -> Kind.DEAL_ABANDONED;
      case OPEN -> throw new AssertionError(outcome);
    };
  }

  private static String detail(StageEntry entry) {
    return Stream.of(
            entry.outcome().map(Outcome::reason).orElse(""),
            entry.outcome().flatMap(Outcome::competitor).map(name -> "to " + name).orElse(""),
            entry.note(),
            entry.amount().map(Object::toString).orElse(""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String title(Interaction item) {
    String channel = item.channel().name().toLowerCase(Locale.ROOT);
    String direction = item.direction().name().toLowerCase(Locale.ROOT);
    String minutes = item.duration().map(time -> ", " + time.toMinutes() + " min").orElse("");
    return (item.direction() == Direction.INTERNAL ? channel : channel + " " + direction) + minutes;
  }

  /**
   * The id that ties the record to this profile: its subject's, if that is one of the profile's.
   */
  private static ProfileId member(
      ProfileId subject, SortedSet<ProfileId> all, Set<ProfileId> members) {
    return members.contains(subject)
        ? subject
        : all.stream().filter(members::contains).findFirst().orElse(subject);
  }
}

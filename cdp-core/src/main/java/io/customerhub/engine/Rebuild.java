package io.customerhub.engine;

import io.customerhub.engine.Violation.Invariant;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.EventStore.EventKey;
import io.customerhub.spi.StoredEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes everything that is derived what follows from events and decisions: first removes what is
 * left of the erased, then bears the records that events were born under, then puts right profiles
 * with all that hangs on them. It looks as a verification does and writes only where that finds
 * something.
 */
final class Rebuild {

  private static final int PAGE = 100;
  private static final int EVENTS = 500;

  private final Units units;
  private final Verification verification;
  private final EventChecks events;
  private final Repairs repairs;

  Rebuild(Units units, Verification verification, EventChecks events, Repairs repairs) {
    this.units = units;
    this.verification = verification;
    this.events = events;
    this.repairs = repairs;
  }

  RebuildReport run(@Nullable String from, Consumer<RebuildReport> progress) {
    return new Run(from == null ? RebuildPosition.START : RebuildPosition.of(from), progress).all();
  }

  /** One rebuild. */
  private final class Run {

    private final Consumer<RebuildReport> progress;
    private final SortedMap<Invariant, Long> repaired = new TreeMap<>();
    private final Set<Violation> left = new LinkedHashSet<>();
    private RebuildPosition position;
    private long eventCount;
    private long profiles;
    private long members;
    private long erased;
    private long busy;

    Run(RebuildPosition from, Consumer<RebuildReport> progress) {
      this.position = from;
      this.progress = progress;
    }

    RebuildReport all() {
      while (position.phase() != RebuildPosition.Phase.DONE) {
        position =
            switch (position.phase()) {
              case EVENTS -> events(position.event());
              case PROFILES -> profiles(position.profile());
              case ERASED, DONE -> erased(position.entry());
            };
        progress.accept(report());
      }
      return report();
    }

    private RebuildPosition events(@Nullable EventKey after) {
      List<EventKey> suspects = new ArrayList<>();
      List<StoredEvent> page =
          units.run(
              unit -> {
                List<StoredEvent> read = unit.tx().events().scan(after, EVENTS);
                suspects.clear();
                suspects.addAll(events.suspects(unit, read));
                return read;
              });
      eventCount += page.size();
      suspects.forEach(this::event);
      return page.size() < EVENTS
          ? RebuildPosition.PROFILES
          : RebuildPosition.after(EventKey.of(page.get(EVENTS - 1).event()));
    }

    private void event(EventKey key) {
      List<Violation> before = unlessBusy(unit -> events.again(unit, key));
      if (!before.isEmpty()) {
        unlessBusy(unit -> repair(unit, key, before.get(0)));
        settle(before, unlessBusy(unit -> events.again(unit, key)));
      }
    }

    private List<Violation> repair(Unit unit, EventKey key, Violation what) {
      Optional<StoredEvent> event = unit.tx().events().find(key.source(), key.messageId());
      if (what.invariant() == Invariant.EVENT_MEMBER) {
        event.ifPresent(stored -> repairs.restore(unit, stored));
      } else if (what.invariant() == Invariant.ROOT) {
        event
            .flatMap(StoredEvent::about)
            .flatMap(id -> unit.tx().profiles().find(Set.of(id)).stream().findFirst())
            .ifPresent(member -> repairs.profile(unit, member.root()));
      }
      return List.of();
    }

    private RebuildPosition profiles(@Nullable ProfileId after) {
      Verification.ProfilePage page = units.run(unit -> verification.page(unit, after));
      profiles += page.roots().size();
      members += page.members();
      page.suspects().forEach(this::profile);
      return page.roots().size() < PAGE
          ? RebuildPosition.END
          : RebuildPosition.after(page.roots().get(PAGE - 1));
    }

    private void profile(ProfileId root) {
      List<Violation> before = look(root);
      if (!before.isEmpty()) {
        Set<ProfileId> ids = ids(root);
        unlessBusy(
            unit -> {
              busy += repairs.profile(unit, root) ? 0 : 1;
              return List.of();
            });
        Set<Violation> after = new LinkedHashSet<>();
        now(ids).forEach(one -> after.addAll(look(one)));
        settle(before, after);
      }
    }

    private List<Violation> look(ProfileId root) {
      return unlessBusy(unit -> verification.again(unit, root).orElse(List.of()));
    }

    private Set<ProfileId> ids(ProfileId root) {
      return units.run(unit -> Component.ids(unit.tx().profiles().clusters(Set.of(root))));
    }

    private Set<ProfileId> now(Set<ProfileId> ids) {
      List<Member> found = units.run(unit -> unit.tx().profiles().find(ids));
      return new TreeSet<>(Surroundings.roots(found));
    }

    private RebuildPosition erased(@Nullable UUID after) {
      List<AuditEntry> page = units.run(unit -> unit.tx().audit().list(after, PAGE));
      Set<ProfileId> ids = new TreeSet<>();
      page.stream()
          .filter(entry -> entry.action() == AuditEntry.Action.ERASE)
          .forEach(entry -> ids.addAll(entry.profiles()));
      erased += ids.size();
      List<Violation> before = remains(ids);
      if (!before.isEmpty()) {
        Set<ProfileId> found = new TreeSet<>();
        before.forEach(one -> found.addAll(one.ids()));
        unlessBusy(
            unit -> {
              repairs.bury(unit, found);
              return List.of();
            });
        settle(before, remains(found));
      }
      return page.size() < PAGE
          ? RebuildPosition.EVENTS
          : RebuildPosition.after(page.get(PAGE - 1).id());
    }

    private List<Violation> remains(Set<ProfileId> ids) {
      return ids.isEmpty() ? List.of() : units.run(unit -> ErasureChecks.look(unit.tx(), ids));
    }

    private List<Violation> unlessBusy(Function<Unit, List<Violation>> work) {
      try {
        return units.run(work);
      } catch (ConflictException e) {
        busy++;
        return List.of();
      }
    }

    private void settle(Collection<Violation> before, Collection<Violation> after) {
      before.stream()
          .filter(one -> !after.contains(one))
          .forEach(one -> repaired.merge(one.invariant(), 1L, Long::sum));
      after.stream().limit(Math.max(0, Verification.MOST - left.size())).forEach(left::add);
    }

    private RebuildReport report() {
      return new RebuildReport(
          eventCount,
          profiles,
          members,
          erased,
          repaired,
          List.copyOf(left),
          busy,
          position.text());
    }
  }
}

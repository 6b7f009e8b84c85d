package io.customerhub.engine;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.EventStore.EventKey;
import io.customerhub.spi.StoredEvent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether what is kept is what it has to be: profiles page by page, then events, then erased
 * ids, each page in a transaction of its own. What a page finds wrong may be a change of others in
 * between, so it is looked at once more with everything locked that it depends on.
 */
final class Verification {

  static final int MOST = 1_000;
  private static final int PAGE = 100;
  private static final int EVENTS = 500;

  private final Units units;
  private final IdentityChecks identities;
  private final FactChecks facts;
  private final EventChecks events;

  Verification(Units units, IdentityChecks identities, FactChecks facts, EventChecks events) {
    this.units = units;
    this.identities = identities;
    this.facts = facts;
    this.events = events;
  }

  VerificationReport run(Consumer<VerificationReport> progress) {
    return new Run(progress).all();
  }

  private Findings look(Unit unit, List<Member> members, Set<ProfileId> around) {
    Findings out = new Findings();
    identities.look(unit, members, around, out);
    facts.look(unit, members, out);
    return out;
  }

  /** Returns what is wrong with a profile while nobody changes it; empty if that is not to say. */
  Optional<List<Violation>> again(Unit unit, ProfileId root) {
    List<Member> members = unit.tx().profiles().clusters(Set.of(root));
    Optional<SortedSet<ProfileId>> around = Surroundings.all(unit, identities.keys(), members);
    if (members.isEmpty() || around.isEmpty()) {
      return members.isEmpty() ? Optional.of(List.of()) : Optional.empty();
    }
    List<Member> locked = unit.tx().profiles().lock(around.get());
    if (!around.equals(Surroundings.all(unit, identities.keys(), locked))) {
      throw new ConflictException("who hangs together changed before it was locked", null);
    }
    List<Member> now = locked.stream().filter(member -> member.root().equals(root)).toList();
    return Optional.of(look(unit, now, around.get()).violations());
  }

  /** Looks at a page of profiles; who is suspected has to be looked at again. */
  ProfilePage page(Unit unit, @Nullable ProfileId after) {
    List<ProfileId> roots = unit.tx().catalog().roots(after, PAGE);
    List<Member> all = unit.tx().profiles().clusters(new TreeSet<>(roots));
    Findings found = look(unit, all, Surroundings.near(unit, identities.keys(), all));
    return new ProfilePage(roots, all.size(), found.roots());
  }

  /** One verification. */
  private final class Run {

    private final Consumer<VerificationReport> progress;
    private final Set<Violation> violations = new LinkedHashSet<>();
    private long profiles;
    private long members;
    private long eventCount;
    private long erased;
    private long unchecked;

    Run(Consumer<VerificationReport> progress) {
      this.progress = progress;
    }

    VerificationReport all() {
      pages(this::profiles);
      pages(this::events);
      pages(this::erased);
      return report(violations.size() < MOST);
    }

    /** Goes through pages; each tells where the next one begins, and the last one null. */
    private <T> void pages(Function<@Nullable T, @Nullable T> page) {
      T last = null;
      do {
        last = violations.size() < MOST ? page.apply(last) : null;
        progress.accept(report(false));
      } while (last != null);
    }

    private @Nullable ProfileId profiles(@Nullable ProfileId after) {
      ProfilePage page = units.run(unit -> Verification.this.page(unit, after));
      profiles += page.roots().size();
      members += page.members();
      page.suspects().forEach(root -> again(unit -> Verification.this.again(unit, root)));
      return next(page.roots(), PAGE);
    }

    private @Nullable EventKey events(@Nullable EventKey after) {
      EventPage page = units.run(unit -> eventPage(unit, after));
      eventCount += page.keys().size();
      page.suspects().forEach(key -> again(unit -> Optional.of(events.again(unit, key))));
      return next(page.keys(), EVENTS);
    }

    private EventPage eventPage(Unit unit, @Nullable EventKey after) {
      List<StoredEvent> page = unit.tx().events().scan(after, EVENTS);
      List<EventKey> keys = page.stream().map(one -> EventKey.of(one.event())).toList();
      return new EventPage(keys, events.suspects(unit, page));
    }

    private @Nullable UUID erased(@Nullable UUID after) {
      List<AuditEntry> page = units.run(unit -> unit.tx().audit().list(after, PAGE));
      Set<ProfileId> ids = new TreeSet<>();
      page.stream()
          .filter(entry -> entry.action() == AuditEntry.Action.ERASE)
          .forEach(entry -> ids.addAll(entry.profiles()));
      erased += ids.size();
      if (!ids.isEmpty()) {
        keep(units.run(unit -> ErasureChecks.look(unit.tx(), ids)));
      }
      return next(page.stream().map(AuditEntry::id).toList(), PAGE);
    }

    private void again(Function<Unit, Optional<List<Violation>>> look) {
      if (violations.size() < MOST) {
        unlessBusy(look).ifPresentOrElse(this::keep, () -> unchecked++);
      }
    }

    private Optional<List<Violation>> unlessBusy(Function<Unit, Optional<List<Violation>>> look) {
      try {
        return units.run(look);
      } catch (ConflictException e) {
        return Optional.empty();
      }
    }

    private void keep(Collection<Violation> found) {
      found.stream().limit(MOST - violations.size()).forEach(violations::add);
    }

    private VerificationReport report(boolean complete) {
      return new VerificationReport(
          profiles, members, eventCount, erased, unchecked, List.copyOf(violations), complete);
    }
  }

  private static <T> @Nullable T next(List<T> page, int size) {
    return page.size() < size ? null : page.get(page.size() - 1);
  }

  /**
   * One page.
   *
   * @param roots the profiles
   * @param members how many records that are
   * @param suspects the profiles that look wrong
   */
  record ProfilePage(List<ProfileId> roots, long members, Set<ProfileId> suspects) {}

  private record EventPage(List<EventKey> keys, List<EventKey> suspects) {}
}

package io.customerhub.engine;

import io.customerhub.profile.EventSummary;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.EventStore.EventKey;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredSummary;
import io.customerhub.trait.SummaryFold;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Removes old events from the log, and keeps what they said in sum, for each record and event name.
 * Thread-safe; runs no thread, a host calls it from a scheduler of its own.
 *
 * <p>As exact as before stay:
 *
 * <ul>
 *   <li>who is who: records keep their identifiers and fields, so merges and splits are as before;
 *   <li>all shown traits, and how many events there were, when first and when last;
 *   <li>conditions and computed traits over all time and without conditions on properties: how
 *       often something was done, and the sum, average, minimum, maximum, first and last of a
 *       property, of up to {@value EventSummary#PROPERTIES} properties;
 *   <li>that a repeated delivery of a removed event is a duplicate, and its messageId with another
 *       content is refused.
 * </ul>
 *
 * <p>Everything else counts what is kept: windows that reach back beyond the span, conditions on
 * properties, sequences and patterns, distinct counts and days, the most frequent value, the values
 * of a trait over time, purchases, RFM scores and what they foretell. Segments are evaluated anew
 * in the transaction that removes; whoever is in or out by what was removed enters or leaves. A
 * record whose row is lost can be borne anew by a {@linkplain CustomerEngine#rebuild rebuild} only
 * as long as one of its events is kept.
 */
public final class Retention {

  private static final int PAGE = 200;

  private final Units units;
  private final SegmentRuns segments;
  private final Clock clock;

  Retention(Units units, SegmentRuns segments, Clock clock) {
    this.units = units;
    this.segments = segments;
    this.clock = clock;
  }

  /** Removes what a policy does not keep; see {@link #apply(RetentionPolicy, String, Consumer)}. */
  public RetentionReport apply(RetentionPolicy policy) {
    return apply(policy, null, progress -> {});
  }

  /**
   * Removes what a policy does not keep by now, up to {@value #PAGE} events in a transaction, next
   * to whoever writes. Where it was stopped it can go on, and running it again removes only what
   * has become too old since.
   *
   * @param from the {@link RetentionReport#position()} to go on from; null for the beginning
   * @param progress told the running report after each transaction; what it throws ends the run
   * @return what was done
   * @throws IllegalArgumentException if {@code from} is no such position
   */
  public RetentionReport apply(
      RetentionPolicy policy, @Nullable String from, Consumer<RetentionReport> progress) {
    RebuildPosition start = from == null ? RebuildPosition.EVENTS : RebuildPosition.of(from);
    return new Run(policy, clock.instant(), progress, start).all();
  }

  /** Returns how many events were removed from the log so far, those of the erased not counted. */
  public long countRemoved() {
    return units.run(unit -> unit.tx().retention().countRemoved());
  }

  /** One run. */
  private final class Run {

    private final RetentionPolicy policy;
    private final Instant now;
    private final Consumer<RetentionReport> progress;
    private RebuildPosition position;
    private long removed;
    private long profiles;
    private long busy;

    Run(
        RetentionPolicy policy,
        Instant now,
        Consumer<RetentionReport> progress,
        RebuildPosition start) {
      this.policy = policy;
      this.now = now;
      this.progress = progress;
      this.position = start;
    }

    RetentionReport all() {
      Optional<Instant> before = policy.newest(now);
      if (before.isEmpty()) {
        position = RebuildPosition.END;
      }
      while (position.phase() != RebuildPosition.Phase.DONE) {
        page(before.orElseThrow());
        progress.accept(report());
      }
      return report();
    }

    private void page(Instant before) {
      EventKey after = position.event();
      Page page = unlessBusy(after, before);
      removed += page.removed();
      profiles += page.profiles();
      position =
          page.read().size() < PAGE
              ? RebuildPosition.END
              : RebuildPosition.after(EventKey.of(page.read().get(PAGE - 1).event()));
    }

    private Page unlessBusy(@Nullable EventKey after, Instant before) {
      try {
        return units.run(
            unit -> {
              List<StoredEvent> read = unit.tx().retention().expired(after, before, PAGE);
              List<StoredEvent> old = read.stream().filter(this::isOld).toList();
              return old.isEmpty() ? new Page(read, 0, 0) : Retention.this.remove(unit, read, old);
            });
      } catch (ConflictException e) {
        busy++;
        return new Page(
            units.run(unit -> unit.tx().retention().expired(after, before, PAGE)), 0, 0);
      }
    }

    private boolean isOld(StoredEvent stored) {
      return policy.removes(stored.event().name(), stored.event().time(), now);
    }

    private RetentionReport report() {
      return new RetentionReport(removed, profiles, busy, position.text());
    }
  }

  /** What a transaction read, and what it did. */
  private record Page(List<StoredEvent> read, long removed, long profiles) {}

  private Page remove(Unit unit, List<StoredEvent> read, List<StoredEvent> old) {
    Set<ProfileId> ids =
        old.stream().flatMap(one -> one.about().stream()).collect(Collectors.toSet());
    List<Member> members = unit.tx().profiles().find(ids);
    SortedSet<ProfileId> roots = Surroundings.roots(members);
    List<Member> locked =
        roots.isEmpty() ? List.of() : unit.lock(roots, members.stream().map(Member::id).toList());
    segments.catchUpEach(unit, locked);
    Set<ProfileId> known = Surroundings.ids(members);
    // One whose record is lost stays: a rebuild needs it.
    List<StoredEvent> gone =
        old.stream().filter(one -> one.about().map(known::contains).orElse(true)).toList();
    unit.tx().retention().remove(gone, summaries(unit, known, gone));
    List<Member> now = counted(unit, locked, gone);
    Clustered.byRoot(now)
        .values()
        .forEach(cluster -> segments.evaluate(unit, cluster, unit.present(), Change.everything()));
    return new Page(read, gone.size(), roots.size());
  }

  private static List<StoredSummary> summaries(
      Unit unit, Set<ProfileId> members, List<StoredEvent> gone) {
    Map<ProfileId, Map<String, EventSummary>> all = new TreeMap<>();
    for (StoredSummary one : unit.tx().retention().summaries(members)) {
      all.computeIfAbsent(one.member(), id -> new TreeMap<>())
          .put(one.summary().name(), one.summary());
    }
    Set<StoredSummary> before = new HashSet<>(flat(all));
    for (StoredEvent stored : gone) {
      EventSummary one = SummaryFold.of(stored.event());
      stored
          .about()
          .ifPresent(
              id ->
                  all.computeIfAbsent(id, key -> new TreeMap<>())
                      .merge(one.name(), one, SummaryFold::and));
    }
    return flat(all).stream().filter(one -> !before.contains(one)).toList();
  }

  private static List<StoredSummary> flat(Map<ProfileId, Map<String, EventSummary>> all) {
    List<StoredSummary> flat = new ArrayList<>();
    all.forEach(
        (id, byName) -> byName.values().forEach(one -> flat.add(new StoredSummary(id, one))));
    return flat;
  }

  /** Returns the members as they are behind the removal. */
  private static List<Member> counted(Unit unit, List<Member> locked, List<StoredEvent> gone) {
    Map<ProfileId, Long> counts =
        gone.stream()
            .flatMap(one -> one.about().stream())
            .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
    List<Member> changed = new ArrayList<>();
    List<Member> all = new ArrayList<>();
    for (Member member : locked) {
      Long count = counts.get(member.id());
      if (count == null) {
        all.add(member);
      } else {
        long removed = member.activity().removed() + count;
        Member now = member.withFacts(member.claims(), member.activity().withRemoved(removed));
        changed.add(now);
        all.add(now.withVersion(now.version() + 1));
      }
    }
    unit.tx().profiles().save(changed);
    return all;
  }
}

package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Membership;
import io.customerhub.spi.MembershipChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts members, a page of each segment in memory at a time. */
final class SegmentCounts {

  /** Most segments to compare, and most instants to look back to. */
  static final int MOST_SEGMENTS = 16;

  static final int MOST_INSTANTS = 10_000;

  private static final int PAGE = 1_000;

  private static final ProfileId FIRST = new ProfileId(new UUID(0, 0));

  private final Units units;
  private final SegmentRuns runs;

  SegmentCounts(Units units, SegmentRuns runs) {
    this.units = units;
    this.runs = runs;
  }

  SegmentOverlap overlap(Collection<String> names) {
    Set<String> wanted = new TreeSet<>(names);
    if (wanted.isEmpty() || wanted.size() > MOST_SEGMENTS) {
      throw new IllegalArgumentException(
          wanted.size() + " segments, expected 1 to " + MOST_SEGMENTS);
    }
    wanted.forEach(this::require);
    List<Cursor> cursors = wanted.stream().map(Cursor::new).toList();
    Map<Set<String>, Long> regions = new HashMap<>();
    ProfileId next = least(cursors);
    while (next != null) {
      regions.merge(take(cursors, next), 1L, Long::sum);
      next = least(cursors);
    }
    return new SegmentOverlap(wanted, regions);
  }

  private static @Nullable ProfileId least(List<Cursor> cursors) {
    return cursors.stream()
        .map(Cursor::peek)
        .filter(Objects::nonNull)
        .min(ProfileId::compareTo)
        .orElse(null);
  }

  private static Set<String> take(List<Cursor> cursors, ProfileId id) {
    Set<String> in = new TreeSet<>();
    for (Cursor cursor : cursors) {
      if (id.equals(cursor.peek())) {
        in.add(cursor.segment);
        cursor.at++;
      }
    }
    return in;
  }

  /**
   * Looks back from the members of now: what is not known any more, of before there was a history
   * or of people erased since, is then missing in all sizes alike.
   */
  List<SegmentSize> sizes(String name, Collection<Instant> instants) {
    List<Instant> at = new ArrayList<>(new TreeSet<>(instants));
    if (at.isEmpty() || at.size() > MOST_INSTANTS) {
      throw new IllegalArgumentException(at.size() + " instants, expected 1 to " + MOST_INSTANTS);
    }
    require(name);
    long[] entered = new long[at.size() + 1];
    long[] left = new long[at.size() + 1];
    count(name, at, entered, left);
    long members = units.run(unit -> unit.tx().memberships().count(name));
    List<SegmentSize> sizes = new ArrayList<>();
    for (int i = at.size() - 1; i >= 0; i--) {
      members += left[i + 1] - entered[i + 1];
      sizes.add(new SegmentSize(at.get(i), members, entered[i], left[i]));
    }
    Collections.reverse(sizes);
    return List.copyOf(sizes);
  }

  /** Counts turns behind each instant up to the next one, and behind the last one. */
  private void count(String name, List<Instant> at, long[] entered, long[] left) {
    MembershipChange last = new MembershipChange(name, FIRST, at.get(0).plusNanos(1), true);
    List<MembershipChange> page;
    do {
      MembershipChange after = last;
      page = units.run(unit -> unit.tx().membershipHistory().page(name, after, PAGE));
      for (MembershipChange turn : page) {
        int place = Collections.binarySearch(at, turn.at());
        (turn.inside() ? entered : left)[place >= 0 ? place : -place - 1]++;
        last = turn;
      }
    } while (page.size() == PAGE);
  }

  private void require(String name) {
    units.run(unit -> SegmentNames.required(name, runs.segments(unit)));
  }

  /** Walks over the members of a segment in ascending order. */
  private final class Cursor {

    private final String segment;
    private List<Membership> page = List.of();
    private int at;
    private boolean atEnd;

    Cursor(String segment) {
      this.segment = segment;
    }

    @Nullable ProfileId peek() {
      if (at == page.size() && !atEnd) {
        ProfileId last = page.isEmpty() ? null : page.get(page.size() - 1).profile();
        page = units.run(unit -> unit.tx().memberships().members(segment, last, PAGE));
        at = 0;
        atEnd = page.size() < PAGE;
      }
      return at < page.size() ? page.get(at).profile() : null;
    }
  }
}

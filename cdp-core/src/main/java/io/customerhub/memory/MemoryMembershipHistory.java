package io.customerhub.memory;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.MembershipChange;
import io.customerhub.spi.MembershipHistoryStore;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who entered and left segments when, by profile and by segment. */
final class MemoryMembershipHistory implements MembershipHistoryStore {

  private final Index<ProfileId, MembershipChange> byProfile;
  private final Index<String, MembershipChange> bySegment;

  MemoryMembershipHistory(UndoLog undo) {
    byProfile = new Index<>(new HashMap<>(), MembershipChange.EARLIEST_FIRST, undo);
    bySegment = new Index<>(new HashMap<>(), MembershipChange.EARLIEST_FIRST, undo);
  }

  @Override
  public void add(Collection<MembershipChange> changes) {
    for (MembershipChange one : changes) {
      MembershipChange kept =
          new MembershipChange(
              one.segment(), one.profile(), one.at().truncatedTo(ChronoUnit.MICROS), one.inside());
      if (bySegment.of(kept.segment()).contains(kept)) {
        remove(kept);
      } else {
        byProfile.add(kept.profile(), kept);
        bySegment.add(kept.segment(), kept);
      }
    }
  }

  @Override
  public List<MembershipChange> of(Set<ProfileId> profiles) {
    return all(profiles).toList();
  }

  @Override
  public List<MembershipChange> of(Set<ProfileId> profiles, String segment) {
    return all(profiles).filter(one -> one.segment().equals(segment)).toList();
  }

  @Override
  public List<MembershipChange> page(String segment, @Nullable MembershipChange after, int limit) {
    return bySegment.after(segment, after).limit(limit).toList();
  }

  @Override
  public void removeSegment(String segment) {
    List.copyOf(bySegment.of(segment)).forEach(this::remove);
  }

  /** Removes the history of profiles and returns how many changes it had. */
  long remove(Set<ProfileId> profiles) {
    List<MembershipChange> gone = all(profiles).toList();
    gone.forEach(this::remove);
    return gone.size();
  }

  /** Takes what the sets have of equal ones: the undo log has to put back just that. */
  private void remove(MembershipChange equal) {
    MembershipChange one = bySegment.of(equal.segment()).ceiling(equal);
    if (one == null) {
      return;
    }
    byProfile.remove(one.profile(), one);
    bySegment.remove(one.segment(), one);
  }

  private Stream<MembershipChange> all(Set<ProfileId> profiles) {
    return profiles.stream()
        .flatMap(profile -> byProfile.of(profile).stream())
        .sorted(MembershipChange.EARLIEST_FIRST);
  }
}

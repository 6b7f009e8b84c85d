package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.MembershipChange;
import io.customerhub.spi.MembershipHistoryStore;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Changes of memberships of a batch, written together afterwards, or before any is read. */
final class BufferedMembershipHistory implements MembershipHistoryStore {

  private final MembershipHistoryStore store;
  private final TreeMap<MembershipChange, MembershipChange> unwritten =
      new TreeMap<>(MembershipChange.EARLIEST_FIRST);

  BufferedMembershipHistory(MembershipHistoryStore store) {
    this.store = store;
  }

  void flush() {
    if (!unwritten.isEmpty()) {
      store.add(List.copyOf(unwritten.values()));
      unwritten.clear();
    }
  }

  @Override
  public void add(Collection<MembershipChange> changes) {
    for (MembershipChange one : changes) {
      // Two of one instant take each other back, here as in the store.
      if (unwritten.remove(one) == null) {
        unwritten.put(one, one);
      }
    }
  }

  @Override
  public List<MembershipChange> of(Set<ProfileId> profiles) {
    flush();
    return store.of(profiles);
  }

  @Override
  public List<MembershipChange> of(Set<ProfileId> profiles, String segment) {
    flush();
    return store.of(profiles, segment);
  }

  @Override
  public List<MembershipChange> page(String segment, @Nullable MembershipChange after, int limit) {
    flush();
    return store.page(segment, after, limit);
  }

  @Override
  public void removeSegment(String segment) {
    flush();
    store.removeSegment(segment);
  }
}

package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An inverted index from blocking keys to members. Keys are opaque, at most 128 characters. */
public interface CandidateStore {

  /** Adds a member under keys; a pair that is there already stays once. */
  void index(ProfileId member, Set<String> keys);

  /** Adds members under keys, in one trip where the store can. */
  default void indexAll(Map<ProfileId, ? extends Set<String>> keys) {
    keys.forEach(this::index);
  }

  /**
   * Returns for each key its members in ascending order, at most {@code limit + 1} of them, so that
   * a caller can tell a block that is too large. Keys without members are left out.
   */
  Map<String, List<ProfileId>> lookUp(Set<String> keys, int limit);

  /**
   * Marks a key for ever as one that too many members hold, and returns true; returns false if it
   * was marked before. Of transactions that mark a key at the same time one gets true.
   */
  boolean markGeneric(String key);
}

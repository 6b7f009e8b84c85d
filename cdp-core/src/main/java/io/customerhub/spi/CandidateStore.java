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
   * Who is under a key.
   *
   * @param members in ascending order
   * @param generic whether the key was {@link #markGeneric marked}, however many are left
   */
  record Block(List<ProfileId> members, boolean generic) {

    /** Copies the list. */
    public Block {
      members = List.copyOf(members);
    }
  }

  /**
   * Returns for each key its block with at most {@code limit + 1} members, so that a caller can
   * tell one that is too large. Keys that have no members and are not marked are left out.
   */
  Map<String, Block> lookUp(Set<String> keys, int limit);

  /**
   * Marks a key for ever as one that too many members hold, and returns true; returns false if it
   * was marked before. Of transactions that mark a key at the same time one gets true.
   */
  boolean markGeneric(String key);
}

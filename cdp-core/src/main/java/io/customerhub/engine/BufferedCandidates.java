package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.CandidateStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Blocks of a batch: each is read once, and what is added is written together afterwards. */
final class BufferedCandidates implements CandidateStore {

  private final CandidateStore store;
  private final Map<String, Block> blocks = new HashMap<>();
  private final Map<String, SortedSet<ProfileId>> own = new HashMap<>();
  private final SortedMap<ProfileId, SortedSet<String>> unwritten = new TreeMap<>();

  /**
   * What is stored under a key.
   *
   * @param limit so many were asked for, and one more
   */
  private record Block(int limit, List<ProfileId> members) {}

  BufferedCandidates(CandidateStore store) {
    this.store = store;
  }

  void flush() {
    if (!unwritten.isEmpty()) {
      store.indexAll(unwritten);
      unwritten.clear();
    }
  }

  @Override
  public void index(ProfileId member, Set<String> keys) {
    keys.forEach(key -> own.computeIfAbsent(key, k -> new TreeSet<>()).add(member));
    unwritten.computeIfAbsent(member, id -> new TreeSet<>()).addAll(keys);
  }

  @Override
  public Map<String, List<ProfileId>> lookUp(Set<String> keys, int limit) {
    read(keys, limit);
    Map<String, List<ProfileId>> found = new TreeMap<>();
    for (String key : keys) {
      List<ProfileId> members = members(key, limit);
      if (!members.isEmpty()) {
        found.put(key, members);
      }
    }
    return found;
  }

  private void read(Set<String> keys, int limit) {
    Set<String> unread = new HashSet<>();
    for (String key : keys) {
      Block block = blocks.get(key);
      if (block == null || block.limit() < limit) {
        unread.add(key);
      }
    }
    if (!unread.isEmpty()) {
      Map<String, List<ProfileId>> stored = store.lookUp(unread, limit);
      unread.forEach(key -> blocks.put(key, new Block(limit, stored.getOrDefault(key, List.of()))));
    }
  }

  private List<ProfileId> members(String key, int limit) {
    Block block = blocks.get(key);
    SortedSet<ProfileId> members = new TreeSet<>(own.getOrDefault(key, new TreeSet<>()));
    if (block != null) {
      members.addAll(block.members());
    }
    long most = limit + 1L;
    return members.stream().limit(most).toList();
  }

  @Override
  public boolean markGeneric(String key) {
    return store.markGeneric(key);
  }
}

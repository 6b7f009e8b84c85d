package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.CandidateStore;
import java.util.ArrayList;
import java.util.Collection;
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

  private static final Block NOBODY = new Block(List.of(), /* generic= */ false);

  private final CandidateStore store;
  private final Set<String> marked = new HashSet<>();
  private final Map<String, Read> blocks = new HashMap<>();
  private final Map<String, SortedSet<ProfileId>> own = new HashMap<>();
  private final SortedMap<ProfileId, SortedSet<String>> unwritten = new TreeMap<>();

  /**
   * What is stored under a key.
   *
   * @param limit so many were asked for, and one more
   */
  private record Read(int limit, Block block) {}

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
  public Map<String, Block> lookUp(Set<String> keys, int limit) {
    read(keys, limit);
    Map<String, Block> found = new TreeMap<>();
    for (String key : keys) {
      Block block = block(key, limit);
      if (!block.members().isEmpty() || block.generic()) {
        found.put(key, block);
      }
    }
    return found;
  }

  private void read(Set<String> keys, int limit) {
    Set<String> unread = new HashSet<>();
    for (String key : keys) {
      Read read = blocks.get(key);
      if (read == null || read.limit() < limit) {
        unread.add(key);
      }
    }
    if (!unread.isEmpty()) {
      Map<String, Block> stored = store.lookUp(unread, limit);
      unread.forEach(key -> blocks.put(key, new Read(limit, stored.getOrDefault(key, NOBODY))));
    }
  }

  private Block block(String key, int limit) {
    Read read = blocks.get(key);
    Block stored = read == null ? NOBODY : read.block();
    SortedSet<ProfileId> added = own.get(key);
    boolean generic = stored.generic() || marked.contains(key);
    if (added == null && read != null && read.limit() == limit && generic == stored.generic()) {
      return stored;
    }
    SortedSet<ProfileId> members = new TreeSet<>(stored.members());
    members.addAll(added == null ? List.of() : added);
    return new Block(first(members, limit + 1L), generic);
  }

  private static List<ProfileId> first(Collection<ProfileId> members, long count) {
    return members.size() <= count
        ? List.copyOf(members)
        : List.copyOf(new ArrayList<>(members).subList(0, (int) count));
  }

  @Override
  public boolean markGeneric(String key) {
    marked.add(key);
    return store.markGeneric(key);
  }
}

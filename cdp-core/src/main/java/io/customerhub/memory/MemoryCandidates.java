package io.customerhub.memory;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.CandidateStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Members by blocking key. */
final class MemoryCandidates implements CandidateStore {

  private final Index<String, ProfileId> byKey;
  private final Table<String, Boolean> generic;

  MemoryCandidates(UndoLog undo) {
    byKey = new Index<>(new HashMap<>(), Comparator.naturalOrder(), undo);
    generic = new Table<>(new HashMap<>(), undo);
  }

  @Override
  public void index(ProfileId member, Set<String> keys) {
    keys.forEach(key -> byKey.add(key, member));
  }

  /** Looks through all keys: erasure is rare, and an index of keys by member would cost births. */
  long remove(Set<ProfileId> members) {
    List<Map.Entry<String, ProfileId>> found = new ArrayList<>();
    byKey
        .sets()
        .forEach(
            (key, of) ->
                members.stream()
                    .filter(of::contains)
                    .forEach(member -> found.add(Map.entry(key, member))));
    found.forEach(entry -> byKey.remove(entry.getKey(), entry.getValue()));
    return found.size();
  }

  @Override
  public Map<String, Block> lookUp(Set<String> keys, int limit) {
    Map<String, Block> found = new TreeMap<>();
    for (String key : keys) {
      List<ProfileId> members = first(byKey.of(key), limit + 1L);
      if (!members.isEmpty() || generic.has(key)) {
        found.put(key, new Block(members, generic.has(key)));
      }
    }
    return found;
  }

  private static List<ProfileId> first(Collection<ProfileId> members, long count) {
    List<ProfileId> first = new ArrayList<>();
    for (ProfileId member : members) {
      if (first.size() == count) {
        break;
      }
      first.add(member);
    }
    return first;
  }

  @Override
  public boolean markGeneric(String key) {
    if (generic.has(key)) {
      return false;
    }
    generic.put(key, true);
    return true;
  }
}

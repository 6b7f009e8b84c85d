package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.CandidateStore.Block;
import io.customerhub.spi.Redo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds with whom records have to be compared: those that share a key which not too many hold. A
 * key that becomes too common is generic from then on; narrower ones take its place, for those that
 * hold it already too. Thread-safe.
 */
final class Neighbours {

  /** How many keys to remember as generic; one that is forgotten costs a look-up. */
  private static final int REMEMBERED = 10_000;

  private static final Block NOBODY = new Block(List.of(), /* generic= */ false);

  private final int limit;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /**
   * Creates it.
   *
   * @param limit how many members may hold a key before it is generic
   */
  Neighbours(int limit) {
    this.limit = limit;
  }

  /** Fills neighbourhoods; those that are looked for at once share the look-ups. */
  void find(Unit unit, Collection<Neighbourhood> seekers) {
    Map<String, List<Neighbourhood>> asked = new TreeMap<>();
    for (Neighbourhood seeker : seekers) {
      ask(asked, seeker.keys().keys(), seeker);
    }
    while (!asked.isEmpty()) {
      asked = narrower(unit, asked);
    }
  }

  /** Reads together who holds keys, and who that is; for a unit that keeps what it read. */
  void expect(Unit unit, Set<String> keys) {
    Set<String> unknown = new TreeSet<>(keys);
    unknown.removeAll(known);
    Set<ProfileId> members = new TreeSet<>();
    unit.tx().candidates().lookUp(unknown, limit).values().stream()
        .filter(block -> !block.generic() && block.members().size() <= limit)
        .forEach(block -> members.addAll(block.members()));
    unit.tx().profiles().find(members);
  }

  /**
   * Sees to it that all who hold a key that is generic by now are looked at again. Not where
   * members are born, whose transactions may be long: all that bear others with such a key would
   * wait.
   */
  void mark(Unit unit, Collection<Neighbourhood> seekers) {
    SortedSet<String> generic = new TreeSet<>();
    seekers.forEach(seeker -> generic.addAll(seeker.generic()));
    generic.removeAll(known);
    // Sorted, so that two that mark the same keys wait for each other and not in a circle.
    for (String key : generic) {
      if (unit.tx().candidates().markGeneric(key)) {
        askAllWithout(unit, key, seekers);
      }
    }
    // Not before: if this transaction is rolled back, nobody was asked to look again.
    unit.tx().afterCommit(() -> remember(generic));
  }

  private static void askAllWithout(Unit unit, String key, Collection<Neighbourhood> seekers) {
    unit.tx().candidates().lookUp(Set.of(key), Integer.MAX_VALUE).values().stream()
        .flatMap(block -> block.members().stream())
        .filter(member -> seekers.stream().noneMatch(seeker -> seeker.isIn(List.of(member))))
        .forEach(member -> unit.redo(member, Redo.Reason.GENERIC_KEY));
  }

  private Map<String, List<Neighbourhood>> narrower(
      Unit unit, Map<String, List<Neighbourhood>> asked) {
    Set<String> unknown = new HashSet<>(asked.keySet());
    unknown.removeAll(known);
    Map<String, Block> blocks =
        unknown.isEmpty() ? Map.of() : unit.tx().candidates().lookUp(unknown, limit);
    Map<String, List<Neighbourhood>> narrower = new TreeMap<>();
    asked.forEach(
        (key, seekers) -> {
          Block block = blocks.getOrDefault(key, NOBODY);
          boolean generic = !unknown.contains(key) || isGeneric(key, block, seekers);
          for (Neighbourhood seeker : seekers) {
            if (generic) {
              ask(narrower, seeker.narrow(key), seeker);
            } else {
              seeker.meet(key, block.members());
            }
          }
        });
    return narrower;
  }

  private static void ask(
      Map<String, List<Neighbourhood>> asked, Set<String> keys, Neighbourhood seeker) {
    keys.forEach(key -> asked.computeIfAbsent(key, k -> new ArrayList<>()).add(seeker));
  }

  private boolean isGeneric(String key, Block block, List<Neighbourhood> seekers) {
    List<ProfileId> members = block.members();
    if (block.generic() || members.size() > limit) {
      return true;
    }
    List<Neighbourhood> joining = seekers.stream().filter(seeker -> !seeker.isIn(members)).toList();
    // Also where they make it too large: the count is what others go by.
    joining.forEach(seeker -> seeker.index(key));
    return members.size() + joining.size() > limit;
  }

  private void remember(Set<String> generic) {
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.addAll(generic);
  }
}

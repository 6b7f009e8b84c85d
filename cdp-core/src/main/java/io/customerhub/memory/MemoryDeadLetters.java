package io.customerhub.memory;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.DeadLetter;
import io.customerhub.spi.DeadLetterStore;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** News that was not delivered, by id. */
final class MemoryDeadLetters implements DeadLetterStore {

  private final NavigableMap<UUID, DeadLetter> letters = new TreeMap<>(Order.UUIDS);
  private final Table<UUID, DeadLetter> byId;

  MemoryDeadLetters(UndoLog undo) {
    byId = new Table<>(letters, undo);
  }

  @Override
  public void add(DeadLetter letter) {
    if (byId.has(letter.entry().id())) {
      throw new IllegalArgumentException("dead letter " + letter.entry().id() + " is known");
    }
    byId.put(letter.entry().id(), letter);
  }

  @Override
  public List<DeadLetter> find(Collection<UUID> ids) {
    return ids.stream()
        .distinct()
        .sorted(Order.UUIDS)
        .map(byId::get)
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public List<DeadLetter> list(String destination, @Nullable UUID after, int limit) {
    return (after == null ? letters : letters.tailMap(after, false))
        .values().stream()
            .filter(letter -> letter.entry().destination().equals(destination))
            .limit(limit)
            .toList();
  }

  @Override
  public long remove(Collection<UUID> ids) {
    return ids.stream().distinct().filter(id -> byId.remove(id) != null).count();
  }

  @Override
  public long prune(DeadLetter.Cause cause, Instant before) {
    return removeAll(letter -> letter.cause() == cause && letter.since().isBefore(before));
  }

  /** Removes the letters about these ids and returns how many there were. */
  long remove(Set<ProfileId> about) {
    return removeAll(letter -> about.contains(letter.entry().about()));
  }

  @Override
  public Map<String, Map<DeadLetter.Cause, Long>> counts() {
    Map<String, Map<DeadLetter.Cause, Long>> counts = new TreeMap<>();
    for (DeadLetter letter : letters.values()) {
      counts
          .computeIfAbsent(
              letter.entry().destination(), name -> new EnumMap<>(DeadLetter.Cause.class))
          .merge(letter.cause(), 1L, Long::sum);
    }
    return counts;
  }

  private long removeAll(Predicate<DeadLetter> which) {
    return remove(
        letters.values().stream().filter(which).map(letter -> letter.entry().id()).toList());
  }
}

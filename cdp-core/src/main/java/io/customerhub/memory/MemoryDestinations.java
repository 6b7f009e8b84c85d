package io.customerhub.memory;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.DestinationStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Pauses by destination, and what destinations were told. */
final class MemoryDestinations implements DestinationStore {

  private final Table<String, Pause> pauses;
  private final Table<Long, Told> notes;
  private final Index<ProfileId, Long> byProfile;
  private long last;

  MemoryDestinations(UndoLog undo) {
    pauses = new Table<>(new TreeMap<>(), undo);
    notes = new Table<>(new HashMap<>(), undo);
    byProfile = new Index<>(new HashMap<>(), Comparator.naturalOrder(), undo);
  }

  private record Told(String destination, ProfileId about, Instant at) {}

  @Override
  public void pause(Pause pause) {
    if (!pauses.has(pause.destination())) {
      pauses.put(pause.destination(), pause);
    }
  }

  @Override
  public boolean resume(String destination) {
    return pauses.remove(destination) != null;
  }

  @Override
  public Map<String, Pause> paused() {
    return new TreeMap<>(pauses.rows());
  }

  @Override
  public void told(String destination, ProfileId about, Instant at) {
    notes.put(++last, new Told(destination, about, at));
    byProfile.add(about, last);
  }

  @Override
  public long countTold(String destination, Set<ProfileId> about, Instant from) {
    return byProfile.ofAny(about).stream()
        .map(this::note)
        .filter(note -> note.destination().equals(destination))
        .filter(note -> !note.at().isBefore(from))
        .count();
  }

  @Override
  public long forgetTold(String destination, Instant before) {
    return removeAll(
        notes.rows().entrySet().stream()
            .filter(note -> note.getValue().destination().equals(destination))
            .filter(note -> note.getValue().at().isBefore(before))
            .map(Map.Entry::getKey)
            .toList());
  }

  /** Removes the notes about these ids and returns how many there were. */
  long remove(Set<ProfileId> about) {
    return removeAll(List.copyOf(byProfile.ofAny(about)));
  }

  private long removeAll(List<Long> keys) {
    for (Long key : keys) {
      byProfile.remove(note(key).about(), key);
      notes.remove(key);
    }
    return keys.size();
  }

  private Told note(Long key) {
    return Objects.requireNonNull(notes.get(key));
  }
}

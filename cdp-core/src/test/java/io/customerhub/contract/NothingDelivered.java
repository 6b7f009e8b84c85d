package io.customerhub.contract;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.DeadLetter;
import io.customerhub.spi.DeadLetterStore;
import io.customerhub.spi.DestinationStore;
import io.customerhub.spi.OutboxEntry;
import io.customerhub.spi.OutboxStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stores for destinations of {@link DoNothingStorage}. */
final class NothingDelivered implements OutboxStore, DestinationStore {

  @Override
  public void add(List<OutboxEntry> entries) {}

  @Override
  public List<OutboxEntry> claim(
      String destination, UUID lease, Instant now, Instant until, int limit) {
    return List.of();
  }

  @Override
  public boolean holds(UUID id, UUID lease) {
    return false;
  }

  @Override
  public boolean remove(UUID id, UUID lease) {
    return false;
  }

  @Override
  public boolean giveBack(OutboxEntry entry, UUID lease) {
    return false;
  }

  @Override
  public Optional<Instant> lockAbout(Set<ProfileId> about) {
    return Optional.empty();
  }

  @Override
  public Map<String, Waiting> waiting() {
    return Map.of();
  }

  @Override
  public long clear(String destination) {
    return 0;
  }

  @Override
  public void pause(Pause pause) {}

  @Override
  public boolean resume(String destination) {
    return false;
  }

  @Override
  public Map<String, Pause> paused() {
    return Map.of();
  }

  @Override
  public void told(String destination, ProfileId about, Instant at) {}

  @Override
  public long countTold(String destination, Set<ProfileId> about, Instant from) {
    return 0;
  }

  @Override
  public long forgetTold(String destination, Instant before) {
    return 0;
  }

  /** Keeps no letters either; two of its methods would clash with those above. */
  static final class NoLetters implements DeadLetterStore {

    @Override
    public void add(DeadLetter letter) {}

    @Override
    public List<DeadLetter> find(Collection<UUID> ids) {
      return List.of();
    }

    @Override
    public List<DeadLetter> list(String destination, @Nullable UUID after, int limit) {
      return List.of();
    }

    @Override
    public long remove(Collection<UUID> ids) {
      return 0;
    }

    @Override
    public long prune(DeadLetter.Cause cause, Instant before) {
      return 0;
    }

    @Override
    public Map<String, Map<DeadLetter.Cause, Long>> counts() {
      return Map.of();
    }
  }
}

package io.customerhub.contract;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.AuditStore;
import io.customerhub.spi.ErasureStore;
import io.customerhub.spi.Suppression;
import io.customerhub.spi.SuppressionStore;
import io.customerhub.spi.Tombstone;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stores for privacy of {@link DoNothingStorage}. */
final class NothingErased implements ErasureStore, SuppressionStore, AuditStore {

  @Override
  public SortedMap<String, Long> removeMembers(Set<ProfileId> members) {
    return new TreeMap<>();
  }

  @Override
  public long removeRecord(String kind, UUID id) {
    return 0;
  }

  @Override
  public long removeSetAside(Set<String> keys) {
    return 0;
  }

  @Override
  public void bury(Collection<Tombstone> tombstones) {}

  @Override
  public List<Tombstone> tombstones(Set<ProfileId> ids) {
    return List.of();
  }

  @Override
  public void put(Collection<Suppression> suppressions) {}

  @Override
  public List<Suppression> find(Set<String> fingerprints) {
    return List.of();
  }

  @Override
  public long count() {
    return 0;
  }

  @Override
  public Optional<String> secret() {
    return Optional.empty();
  }

  @Override
  public String secretOr(String fresh) {
    return "";
  }

  @Override
  public void append(AuditEntry entry) {}

  @Override
  public List<AuditEntry> list(@Nullable UUID after, int limit) {
    return List.of();
  }

  @Override
  public List<AuditEntry> of(Set<ProfileId> profiles) {
    return List.of();
  }
}

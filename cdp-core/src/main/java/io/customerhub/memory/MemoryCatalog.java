package io.customerhub.memory;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ProfileCatalog;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/** The roots, a page at a time. */
final class MemoryCatalog implements ProfileCatalog {

  private final MemoryProfiles profiles;

  MemoryCatalog(MemoryProfiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public List<ProfileId> roots(@Nullable ProfileId after, int limit) {
    NavigableSet<ProfileId> roots = profiles.roots().navigableKeySet();
    return (after == null ? roots : roots.tailSet(after, false)).stream().limit(limit).toList();
  }

  @Override
  public long countRoots() {
    return profiles.roots().size();
  }

  @Override
  public long countMembers() {
    return profiles.count();
  }
}

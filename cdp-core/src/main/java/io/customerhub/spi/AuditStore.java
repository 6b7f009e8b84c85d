package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The append-only log of what people did to what is known of people. */
public interface AuditStore {

  /**
   * Adds an entry.
   *
   * @throws IllegalArgumentException if its id is taken
   */
  void append(AuditEntry entry);

  /**
   * Returns entries in ascending order of id.
   *
   * @param after the last id of the page before; null for the first page
   * @param limit the most entries to return, at least 1
   */
  List<AuditEntry> list(@Nullable UUID after, int limit);

  /** Returns the entries that name any of these ids, in ascending order of id. */
  List<AuditEntry> of(Set<ProfileId> profiles);
}

package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people did to what is known of people: merges, splits, erasures, exports and consents by
 * hand, each with actor, reason and time. Only ever added to. Thread-safe.
 */
public final class Audit {

  private final Units units;

  Audit(Units units) {
    this.units = units;
  }

  /**
   * Returns entries, oldest first.
   *
   * @param after the id of the last entry of the page before; null for the first page
   * @param limit the most entries to return, at least 1
   */
  public List<AuditEntry> list(@Nullable UUID after, int limit) {
    return units.run(unit -> unit.tx().audit().list(after, Checks.limit(limit)));
  }

  /**
   * Returns the entries about the profile that an id belongs to, oldest first; those of an erased
   * id too.
   */
  public List<AuditEntry> of(ProfileId id) {
    return units.run(unit -> unit.tx().audit().of(Profiles.members(unit.tx(), id)));
  }
}

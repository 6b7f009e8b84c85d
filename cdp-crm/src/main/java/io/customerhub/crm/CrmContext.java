package io.customerhub.crm;

import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.time.Clock;
import java.util.Objects;

/**
 * What every service of the CRM works with. Thread-safe if its parts are.
 *
 * @param storage where the records are kept
 * @param clock tells when a command is recorded
 * @param ids makes the ids of new records
 * @param members knows which profile ids belong together
 * @param changes makes each change of a record
 */
public record CrmContext(
    Storage storage, Clock clock, IdSource ids, Members members, RecordChanges changes) {

  /** Makes a context whose changes nobody is told of. */
  public CrmContext(Storage storage, Clock clock, IdSource ids, Members members) {
    this(storage, clock, ids, members, RecordChanges.UNOBSERVED);
  }

  /** Checks that the parts are present. */
  public CrmContext {
    Objects.requireNonNull(storage, "storage");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(ids, "ids");
    Objects.requireNonNull(members, "members");
    Objects.requireNonNull(changes, "changes");
  }
}

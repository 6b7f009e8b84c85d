package io.customerhub;

import io.customerhub.crm.RecordChanges;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.StoredRecord;
import io.customerhub.spi.Transaction;
import java.util.Set;
import java.util.function.Supplier;

/** Lets segments and destinations follow the records of the CRM. */
final class HubChanges implements RecordChanges {

  private final CustomerEngine engine;

  HubChanges(CustomerEngine engine) {
    this.engine = engine;
  }

  @Override
  public <T> T make(Transaction tx, String kind, Set<ProfileId> subjects, Supplier<T> change) {
    return engine.segments().changing(tx, kind, subjects, change);
  }

  @Override
  public void made(Transaction tx, StoredRecord record) {
    engine.recordChanged(tx, record);
  }
}

package io.customerhub.memory;

import io.customerhub.spi.AfterCommit;
import io.customerhub.spi.AuditStore;
import io.customerhub.spi.CandidateStore;
import io.customerhub.spi.DeadLetterStore;
import io.customerhub.spi.DestinationStore;
import io.customerhub.spi.ErasureStore;
import io.customerhub.spi.EventStore;
import io.customerhub.spi.IdentityStore;
import io.customerhub.spi.MembershipHistoryStore;
import io.customerhub.spi.MembershipStore;
import io.customerhub.spi.OutboxStore;
import io.customerhub.spi.ProfileCatalog;
import io.customerhub.spi.ProfileStore;
import io.customerhub.spi.RecordStore;
import io.customerhub.spi.RedoStore;
import io.customerhub.spi.RetentionStore;
import io.customerhub.spi.SegmentStore;
import io.customerhub.spi.SetAsideStore;
import io.customerhub.spi.SuppressionStore;
import io.customerhub.spi.Transaction;

/** One transaction's way to the stores, until it ends. */
final class MemoryTransaction implements Transaction {

  private final MemoryStores stores;
  private final AfterCommit afterCommit;
  private boolean ended;

  MemoryTransaction(MemoryStores stores, AfterCommit afterCommit) {
    this.stores = stores;
    this.afterCommit = afterCommit;
  }

  void end() {
    ended = true;
  }

  @Override
  public ProfileStore profiles() {
    return running().profiles;
  }

  @Override
  public ProfileCatalog catalog() {
    return running().catalog;
  }

  @Override
  public CandidateStore candidates() {
    return running().candidates;
  }

  @Override
  public RedoStore redo() {
    return running().redo;
  }

  @Override
  public IdentityStore identities() {
    return running().identities;
  }

  @Override
  public EventStore events() {
    return running().events;
  }

  @Override
  public SegmentStore segments() {
    return running().segments;
  }

  @Override
  public MembershipStore memberships() {
    return running().memberships;
  }

  @Override
  public MembershipHistoryStore membershipHistory() {
    return running().membershipHistory;
  }

  @Override
  public RetentionStore retention() {
    return running().retention;
  }

  @Override
  public RecordStore records() {
    return running().records;
  }

  @Override
  public SetAsideStore setAside() {
    return running().setAside;
  }

  @Override
  public ErasureStore erasures() {
    return running().erasures;
  }

  @Override
  public SuppressionStore suppressions() {
    return running().suppressions;
  }

  @Override
  public AuditStore audit() {
    return running().audit;
  }

  @Override
  public OutboxStore outbox() {
    return running().outbox;
  }

  @Override
  public DeadLetterStore deadLetters() {
    return running().deadLetters;
  }

  @Override
  public DestinationStore destinations() {
    return running().destinations;
  }

  @Override
  public void afterCommit(Runnable action) {
    running();
    afterCommit.add(action);
  }

  @Override
  public boolean isSerial() {
    return true;
  }

  private MemoryStores running() {
    if (ended) {
      throw new IllegalStateException("the transaction has ended");
    }
    return stores;
  }
}

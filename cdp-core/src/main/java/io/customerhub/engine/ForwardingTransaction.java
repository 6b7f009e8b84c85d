package io.customerhub.engine;

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

/** A transaction that leaves to another one what a subclass does not do otherwise. */
abstract class ForwardingTransaction implements Transaction {

  private final Transaction tx;

  ForwardingTransaction(Transaction tx) {
    this.tx = tx;
  }

  @Override
  public ProfileStore profiles() {
    return tx.profiles();
  }

  @Override
  public ProfileCatalog catalog() {
    return tx.catalog();
  }

  @Override
  public CandidateStore candidates() {
    return tx.candidates();
  }

  @Override
  public RedoStore redo() {
    return tx.redo();
  }

  @Override
  public IdentityStore identities() {
    return tx.identities();
  }

  @Override
  public EventStore events() {
    return tx.events();
  }

  @Override
  public RetentionStore retention() {
    return tx.retention();
  }

  @Override
  public SegmentStore segments() {
    return tx.segments();
  }

  @Override
  public MembershipStore memberships() {
    return tx.memberships();
  }

  @Override
  public MembershipHistoryStore membershipHistory() {
    return tx.membershipHistory();
  }

  @Override
  public RecordStore records() {
    return tx.records();
  }

  @Override
  public SetAsideStore setAside() {
    return tx.setAside();
  }

  @Override
  public SuppressionStore suppressions() {
    return tx.suppressions();
  }

  @Override
  public AuditStore audit() {
    return tx.audit();
  }

  @Override
  public ErasureStore erasures() {
    return tx.erasures();
  }

  @Override
  public OutboxStore outbox() {
    return tx.outbox();
  }

  @Override
  public DeadLetterStore deadLetters() {
    return tx.deadLetters();
  }

  @Override
  public DestinationStore destinations() {
    return tx.destinations();
  }

  @Override
  public void afterCommit(Runnable action) {
    tx.afterCommit(action);
  }

  @Override
  public boolean isSerial() {
    return tx.isSerial();
  }

  @Override
  public boolean isPartOfHosts() {
    return tx.isPartOfHosts();
  }
}

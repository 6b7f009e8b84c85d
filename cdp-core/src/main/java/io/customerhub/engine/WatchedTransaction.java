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
import java.util.BitSet;

/** A transaction that notes whose profiles it changes. Of one thread. */
final class WatchedTransaction implements Transaction {

  private final Transaction tx;
  private final Freshness freshness;
  private final BitSet noted = new BitSet();
  private boolean all;

  WatchedTransaction(Transaction tx, Freshness freshness) {
    this.tx = tx;
    this.freshness = freshness;
  }

  /** Tells what was changed, if anything; again does no harm. */
  void tell() {
    if (all) {
      freshness.allChanged();
    } else if (!noted.isEmpty()) {
      freshness.changed(noted);
    }
  }

  @Override
  public ProfileStore profiles() {
    return new WatchedProfiles(tx.profiles(), noted);
  }

  @Override
  public RecordStore records() {
    return new WatchedRecords(tx.records(), noted, () -> all = true);
  }

  /** Whoever asks for it is about to remove somebody, or looks at who was: that is rare. */
  @Override
  public ErasureStore erasures() {
    all = true;
    return tx.erasures();
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

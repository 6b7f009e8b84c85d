package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditStore;
import io.customerhub.spi.CandidateStore;
import io.customerhub.spi.DeadLetterStore;
import io.customerhub.spi.DestinationStore;
import io.customerhub.spi.ErasureStore;
import io.customerhub.spi.IdentityStore;
import io.customerhub.spi.MembershipHistoryStore;
import io.customerhub.spi.MembershipStore;
import io.customerhub.spi.OutboxStore;
import io.customerhub.spi.ProfileCatalog;
import io.customerhub.spi.RecordStore;
import io.customerhub.spi.RedoStore;
import io.customerhub.spi.RetentionStore;
import io.customerhub.spi.SegmentStore;
import io.customerhub.spi.SetAsideStore;
import io.customerhub.spi.SuppressionStore;
import io.customerhub.spi.Transaction;

/**
 * A transaction for a batch, with few trips to its store: what the batch is about is read together
 * beforehand, and what it changed most often is written together at its end, or before it is read
 * by another way. Has to be flushed at the end.
 */
final class BufferedTransaction implements Transaction {

  private final Transaction tx;
  private final BufferedProfiles profiles;
  private final BufferedEvents events;
  private final BufferedCandidates candidates;
  private final BufferedMemberships memberships;
  private final BufferedMembershipHistory membershipHistory;

  BufferedTransaction(Transaction tx) {
    this.tx = tx;
    this.memberships = new BufferedMemberships(tx.memberships());
    this.membershipHistory = new BufferedMembershipHistory(tx.membershipHistory());
    this.profiles = new BufferedProfiles(tx.profiles(), this::born);
    this.events = new BufferedEvents(tx.events());
    this.candidates = new BufferedCandidates(tx.candidates());
  }

  private void born(ProfileId member) {
    memberships.born(member);
    events.born(member);
  }

  /** Writes what is not written yet: profiles first, as their keys tell whether to go on. */
  void flush() {
    profiles.flush();
    candidates.flush();
    memberships.flush();
    membershipHistory.flush();
    events.flush();
  }

  @Override
  public BufferedProfiles profiles() {
    return profiles;
  }

  @Override
  public BufferedEvents events() {
    return events;
  }

  @Override
  public CandidateStore candidates() {
    return candidates;
  }

  @Override
  public MembershipStore memberships() {
    return memberships;
  }

  @Override
  public ProfileCatalog catalog() {
    flush();
    return tx.catalog();
  }

  @Override
  public ErasureStore erasures() {
    flush();
    return tx.erasures();
  }

  @Override
  public RetentionStore retention() {
    return tx.retention();
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
  public SegmentStore segments() {
    return tx.segments();
  }

  @Override
  public MembershipHistoryStore membershipHistory() {
    return membershipHistory;
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

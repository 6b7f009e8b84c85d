package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.CandidateStore;
import io.customerhub.spi.ErasureStore;
import io.customerhub.spi.MembershipHistoryStore;
import io.customerhub.spi.MembershipStore;
import io.customerhub.spi.ProfileCatalog;
import io.customerhub.spi.Transaction;

/**
 * A transaction for a batch, with few trips to its store: what the batch is about is read together
 * beforehand, and what it changed most often is written together at its end, or before it is read
 * by another way. Has to be flushed at the end.
 */
final class BufferedTransaction extends ForwardingTransaction {

  private final BufferedProfiles profiles;
  private final BufferedEvents events;
  private final BufferedCandidates candidates;
  private final BufferedMemberships memberships;
  private final BufferedMembershipHistory membershipHistory;

  BufferedTransaction(Transaction tx) {
    super(tx);
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
  public MembershipHistoryStore membershipHistory() {
    return membershipHistory;
  }

  @Override
  public ProfileCatalog catalog() {
    flush();
    return super.catalog();
  }

  @Override
  public ErasureStore erasures() {
    flush();
    return super.erasures();
  }
}

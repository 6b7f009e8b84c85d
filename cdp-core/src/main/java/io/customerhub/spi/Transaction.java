package io.customerhub.spi;

/** The stores, as one transaction sees them. Confined to the thread that runs the work. */
public interface Transaction {

  /** Returns the members and their profiles. */
  ProfileStore profiles();

  /** Returns the look-ups over all profiles. */
  ProfileCatalog catalog();

  /** Returns the keys by which similar records find each other. */
  CandidateStore candidates();

  /** Returns which members have to be compared once more. */
  RedoStore redo();

  /** Returns the edges of the identity graph and the journal of its changes. */
  IdentityStore identities();

  /** Returns the event log. */
  EventStore events();

  /** Returns the removal of old events from the log, and what stays of them. */
  RetentionStore retention();

  /** Returns the segment definitions. */
  SegmentStore segments();

  /** Returns who is in which segment. */
  MembershipStore memberships();

  /** Returns who entered and left which segment when. */
  MembershipHistoryStore membershipHistory();

  /** Returns the versioned records of the CRM and of hosts. */
  RecordStore records();

  /** Returns the input that was set aside. */
  SetAsideStore setAside();

  /** Returns the removal of people, and what stays of them. */
  ErasureStore erasures();

  /** Returns the fingerprints by which erased people are kept out. */
  SuppressionStore suppressions();

  /** Returns the log of what people did to what is known of people. */
  AuditStore audit();

  /** Returns the news that waits for destinations. */
  OutboxStore outbox();

  /** Returns the news that was not delivered. */
  DeadLetterStore deadLetters();

  /** Returns which destinations are paused, and when whom was told something. */
  DestinationStore destinations();

  /**
   * Runs something once after this transaction has committed; never if it rolls back. Several run
   * in the order they were given. What they throw is logged and does not reach the caller.
   */
  void afterCommit(Runnable action);

  /**
   * Returns whether the store runs one transaction at a time, so that each sees all that those
   * before it wrote. False unless a store says otherwise.
   */
  default boolean isSerial() {
    return false;
  }

  /**
   * Returns whether this is part of a transaction of the host, which commits it later or never.
   * False unless a store says otherwise.
   */
  default boolean isPartOfHosts() {
    return false;
  }
}

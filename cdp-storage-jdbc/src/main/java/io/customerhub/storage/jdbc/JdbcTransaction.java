package io.customerhub.storage.jdbc;

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

/** One tenant's stores over one transaction's statements. */
final class JdbcTransaction implements Transaction {

  private final Sql sql;
  private final String tenant;
  private final AfterCommit afterCommit;
  private final boolean partOfHosts;
  private final ProfileTables profiles;

  JdbcTransaction(Sql sql, String tenant, AfterCommit afterCommit, boolean partOfHosts) {
    this.sql = sql;
    this.tenant = tenant;
    this.afterCommit = afterCommit;
    this.partOfHosts = partOfHosts;
    this.profiles = new ProfileTables(sql, tenant);
  }

  @Override
  public ProfileStore profiles() {
    return profiles;
  }

  @Override
  public ProfileCatalog catalog() {
    return profiles;
  }

  @Override
  public CandidateStore candidates() {
    return new BlockTable(sql, tenant);
  }

  @Override
  public RedoStore redo() {
    return new RedoTable(sql, tenant);
  }

  @Override
  public IdentityStore identities() {
    return new IdentityTables(sql, tenant);
  }

  @Override
  public EventStore events() {
    return new EventTable(sql, tenant);
  }

  @Override
  public RetentionStore retention() {
    return new RetentionTables(sql, tenant);
  }

  @Override
  public SegmentStore segments() {
    return new SegmentTable(sql, tenant);
  }

  @Override
  public MembershipStore memberships() {
    return new MembershipTable(sql, tenant);
  }

  @Override
  public MembershipHistoryStore membershipHistory() {
    return new MembershipHistoryTable(sql, tenant);
  }

  @Override
  public RecordStore records() {
    return new RecordTables(sql, tenant);
  }

  @Override
  public SetAsideStore setAside() {
    return new SetAsideTable(sql, tenant);
  }

  @Override
  public ErasureStore erasures() {
    return new ErasureTables(sql, tenant);
  }

  @Override
  public SuppressionStore suppressions() {
    return new SuppressionTables(sql, tenant);
  }

  @Override
  public AuditStore audit() {
    return new AuditTables(sql, tenant);
  }

  @Override
  public OutboxStore outbox() {
    return new OutboxTable(sql, tenant);
  }

  @Override
  public DeadLetterStore deadLetters() {
    return new DeadLetterTable(sql, tenant);
  }

  @Override
  public DestinationStore destinations() {
    return new DestinationTables(sql, tenant);
  }

  @Override
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  @Override
  public boolean isPartOfHosts() {
    return partOfHosts;
  }
}

package io.customerhub.crm.deal;

import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmContext;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.DealId;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.Revision;
import io.customerhub.crm.record.Records;
import io.customerhub.crm.record.Stamp;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** Opens, changes and finds deals. Thread-safe; each command is one transaction. */
public final class Deals {

  private final CrmContext context;
  private final Pipelines pipelines;
  private final Records<Deal> records;

  /** Creates the service. */
  public Deals(CrmContext context, Pipelines pipelines) {
    this.context = Objects.requireNonNull(context, "context");
    this.records = new Records<>(DealRecords.INSTANCE, context.changes());
    this.pipelines = Objects.requireNonNull(pipelines, "pipelines");
  }

  /** Returns the pipelines that deals can be in. */
  public Pipelines pipelines() {
    return pipelines;
  }

  /**
   * Starts a new deal.
   *
   * @param name what it is about; 1 to {@value CrmLimits#TITLE} characters
   * @throws InvalidRecordException if the name is blank or too long
   */
  public DealDraft open(String name) {
    String checked = Checks.text("name", name, CrmLimits.TITLE);
    return new DealDraft(this, new DealId(context.ids().next()), checked);
  }

  /** Starts a change of a deal, as it was read. */
  public DealEdit of(Deal deal) {
    return new DealEdit(this, Objects.requireNonNull(deal, "deal"));
  }

  /** Returns a deal as it is now. */
  public Optional<Deal> find(DealId id) {
    return context.storage().inTransaction(tx -> records.find(tx, id.value()));
  }

  /**
   * Returns the deals with a person or organisation, or in which it has a part, oldest first:
   * whichever of its ids they were written under.
   */
  public List<Deal> about(ProfileId profile) {
    return context.storage().inTransaction(tx -> about(tx, context.members().members(tx, profile)));
  }

  /** Returns the deals about any of these ids, oldest first, within a transaction. */
  public List<Deal> about(Transaction tx, Set<ProfileId> members) {
    return records.about(tx, members);
  }

  /**
   * Returns the first deals that match, in ascending order of id, which is the order of opening.
   *
   * @param limit the most to return, 1 to {@value CrmLimits#PAGE}
   */
  public List<Deal> list(DealFilter filter, int limit) {
    return page(filter, null, limit);
  }

  /**
   * Returns the next deals that match.
   *
   * @param after the id of the last deal of the page before
   * @param limit the most to return, 1 to {@value CrmLimits#PAGE}
   */
  public List<Deal> list(DealFilter filter, DealId after, int limit) {
    return page(filter, after.value(), limit);
  }

  /**
   * Folds all deals that match into one result, reading them a batch at a time in one transaction.
   */
  public <R> R collect(DealFilter filter, Collector<Deal, ?, R> collector) {
    return context.storage().inTransaction(tx -> fold(tx, filter, collector));
  }

  /** Returns every version of a deal, oldest first; empty if there is no such deal. */
  public List<Revision<Deal>> history(Deal deal) {
    return context.storage().inTransaction(tx -> records.history(tx, deal.id().value()));
  }

  Deal insert(DealDraft draft) {
    Instant now = context.clock().instant();
    Deal deal = draft.build(pipelines, now);
    Stamp stamp = new Stamp(draft.actor(), "opened in " + deal.stage(), now);
    return context.storage().inTransaction(tx -> records.insert(tx, deal, stamp));
  }

  Deal commit(Deal read, DealChange change) {
    Instant now = context.clock().instant();
    return context
        .storage()
        .inTransaction(
            tx -> {
              Deal stored = records.require(tx, read.id().value(), read.version());
              Deal changed = change.applyTo(stored, pipelines.current(stored), now);
              return records.save(tx, changed, new Stamp(change.by, change.description(), now));
            });
  }

  static Instant requirePast(String field, Instant given, Instant now) {
    if (given.isAfter(now)) {
      throw new InvalidRecordException(field, "is " + given + ", after the present, " + now);
    }
    return given;
  }

  private <A, R> R fold(Transaction tx, DealFilter filter, Collector<Deal, A, R> collector) {
    A folded = collector.supplier().get();
    records.each(
        tx,
        filter.lookup(),
        deal -> {
          if (filter.matches(deal)) {
            collector.accumulator().accept(folded, deal);
          }
        });
    return collector.finisher().apply(folded);
  }

  private List<Deal> page(DealFilter filter, @Nullable UUID after, int limit) {
    int checked = Checks.page(limit);
    return context
        .storage()
        .inTransaction(tx -> records.list(tx, filter.lookup(), filter::matches, after, checked));
  }
}

package io.customerhub.crm.contact;

import io.customerhub.crm.CrmContext;
import io.customerhub.crm.Revision;
import io.customerhub.crm.record.Records;
import io.customerhub.crm.record.Stamp;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.StaleWriteException;
import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** Shows and edits contacts. Thread-safe; each command is one transaction. */
public final class Contacts {

  private final CrmContext context;
  private final Records<Facet> records;

  /** Creates the service. */
  public Contacts(CrmContext context) {
    this.context = Objects.requireNonNull(context, "context");
    this.records = new Records<>(FacetRecords.INSTANCE, context.changes());
  }

  /** Returns a person as the CRM sees it now; without any value if nothing was written. */
  public Contact of(ProfileId profile) {
    return context.storage().inTransaction(tx -> view(tx, profile));
  }

  /** Starts a change of what is written about this very id. */
  public ContactEdit edit(ProfileId profile) {
    return new ContactEdit(this, profile);
  }

  /** Returns every version of what was written about this very id, oldest first. */
  public List<Revision<Facet>> history(ProfileId profile) {
    return context.storage().inTransaction(tx -> records.history(tx, profile.value()));
  }

  Contact save(ContactEdit edit) {
    Instant now = context.clock().instant();
    return context
        .storage()
        .inTransaction(
            tx -> {
              write(tx, edit, now);
              return view(tx, edit.profile());
            });
  }

  /** Nobody reads a version before an edit: whoever else was first is no mistake of the caller. */
  private void write(Transaction tx, ContactEdit edit, Instant now) {
    Stamp stamp = new Stamp(edit.actor(), "edited", now);
    Optional<Facet> stored = records.find(tx, edit.profile().value());
    if (stored.isPresent()) {
      save(tx, edit.applyTo(stored.get(), now), stamp);
    } else {
      records.insert(tx, edit.applyTo(Facet.empty(edit.profile(), now), now), stamp);
    }
  }

  private void save(Transaction tx, Facet edited, Stamp stamp) {
    try {
      records.save(tx, edited, stamp);
    } catch (StaleWriteException e) {
      throw new ConflictException("a contact was edited meanwhile", e);
    }
  }

  private Contact view(Transaction tx, ProfileId profile) {
    SortedSet<ProfileId> members = context.members().members(tx, profile);
    return Contact.of(members.first(), records.about(tx, members));
  }
}

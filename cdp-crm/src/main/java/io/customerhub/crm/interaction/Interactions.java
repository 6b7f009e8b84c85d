package io.customerhub.crm.interaction;

import io.customerhub.crm.Channel;
import io.customerhub.crm.CrmContext;
import io.customerhub.crm.InteractionId;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.record.Records;
import io.customerhub.crm.record.Stamp;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Logs and finds interactions. Thread-safe; each command is one transaction. */
public final class Interactions {

  private final CrmContext context;
  private final Records<Interaction> records;

  /** Creates the service. */
  public Interactions(CrmContext context) {
    this.context = Objects.requireNonNull(context, "context");
    this.records = new Records<>(InteractionRecords.INSTANCE, context.changes());
  }

  /** Starts the log of a call. */
  public InteractionDraft call(ProfileId profile) {
    return new InteractionDraft(this, Channel.CALL, Direction.OUT, profile);
  }

  /** Starts the log of an e-mail. */
  public InteractionDraft email(ProfileId profile) {
    return new InteractionDraft(this, Channel.EMAIL, Direction.OUT, profile);
  }

  /** Starts the log of a meeting. */
  public InteractionDraft meeting(ProfileId profile) {
    return new InteractionDraft(this, Channel.MEETING, Direction.OUT, profile);
  }

  /** Starts the log of a chat. */
  public InteractionDraft chat(ProfileId profile) {
    return new InteractionDraft(this, Channel.CHAT, Direction.OUT, profile);
  }

  /** Starts a note about somebody; it is internal. */
  public InteractionDraft note(ProfileId profile) {
    return new InteractionDraft(this, Channel.NOTE, Direction.INTERNAL, profile);
  }

  /** Returns an interaction. */
  public Optional<Interaction> find(InteractionId id) {
    return context.storage().inTransaction(tx -> records.find(tx, id.value()));
  }

  /** Returns the interactions that a person took part in, oldest first, under whichever id. */
  public List<Interaction> about(ProfileId profile) {
    return context.storage().inTransaction(tx -> about(tx, context.members().members(tx, profile)));
  }

  /** Returns the interactions about any of these ids, oldest first, within a transaction. */
  public List<Interaction> about(Transaction tx, Set<ProfileId> members) {
    return records.about(tx, members);
  }

  /** Returns the interactions about a deal, the oldest first. */
  public List<Interaction> about(Deal deal) {
    Map.Entry<String, String> key = Map.entry(InteractionRecords.DEAL, deal.id().toString());
    List<Interaction> found =
        context
            .storage()
            .inTransaction(tx -> records.list(tx, key, all -> true, null, Integer.MAX_VALUE));
    return found.stream()
        .sorted(Comparator.comparing(Interaction::at).thenComparing(i -> i.id().value()))
        .toList();
  }

  Interaction log(InteractionDraft draft) {
    Instant now = context.clock().instant();
    Interaction interaction = draft.build(context.ids()::next, now);
    Stamp stamp = new Stamp(draft.actor(), "logged", now);
    return context
        .storage()
        .inTransaction(
            tx ->
                records
                    .find(tx, interaction.id().value())
                    .orElseGet(() -> records.insert(tx, interaction, stamp)));
  }
}

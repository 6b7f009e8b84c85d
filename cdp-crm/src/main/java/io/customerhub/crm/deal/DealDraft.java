package io.customerhub.crm.deal;

import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.DealId;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.Money;
import io.customerhub.crm.UserRef;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a new {@link Deal}. Not thread-safe. */
public final class DealDraft {

  private final Deals deals;
  private final DealParts parts;
  private @Nullable String pipeline;
  private @Nullable String stage;
  private @Nullable Instant openedAt;
  private UserRef by = UserRef.SYSTEM;
  private String note = "";

  DealDraft(Deals deals, DealId id, String name) {
    this.deals = deals;
    this.parts = new DealParts(id, name);
  }

  /** Names who the deal is with; those named after the first are stakeholders. */
  public DealDraft with(ProfileId profile) {
    parts.with(Objects.requireNonNull(profile, "profile"), Set.of());
    return this;
  }

  /** Names a person with a part in the deal; it is with the first one named. */
  public DealDraft with(ProfileId profile, DealRole role) {
    parts.with(Objects.requireNonNull(profile, "profile"), Set.of(role));
    return this;
  }

  /** Sets what it is worth; unknown if not set. */
  public DealDraft amount(Money amount) {
    parts.amount = Optional.of(amount);
    return this;
  }

  /**
   * Sets what it is worth; unknown if not set.
   *
   * @throws InvalidRecordException as {@link Money#of(String, String)}
   */
  public DealDraft amount(String amount, String currency) {
    return amount(Money.of(amount, currency));
  }

  /** Sets the day on which a decision is expected. */
  public DealDraft closing(LocalDate date) {
    parts.expectedClose = Optional.of(date);
    return this;
  }

  /** Sets the pipeline by its key; the one that was defined first if not set. */
  public DealDraft in(String pipeline) {
    this.pipeline = Objects.requireNonNull(pipeline, "pipeline");
    return this;
  }

  /** Sets the open stage it begins in; the pipeline's first if not set. */
  public DealDraft at(String stage) {
    this.stage = Objects.requireNonNull(stage, "stage");
    return this;
  }

  /** Gives it to a user; nobody's if not set. */
  public DealDraft ownedBy(UserRef user) {
    parts.owner = Optional.of(user);
    return this;
  }

  /** Sets when it was opened, for imports; now if not set. Not in the future. */
  public DealDraft openedAt(Instant time) {
    this.openedAt = Checks.time("openedAt", time);
    return this;
  }

  /** Sets a note for the ledger. */
  public DealDraft note(String note) {
    this.note = Checks.text("note", note, CrmLimits.NOTE);
    return this;
  }

  /** Sets who opens it; {@link UserRef#SYSTEM} if not set. */
  public DealDraft by(UserRef user) {
    this.by = Objects.requireNonNull(user, "user");
    return this;
  }

  /**
   * Opens the deal and returns it.
   *
   * @throws InvalidRecordException if a value is refused, nobody was named whom it is with, or the
   *     pipeline or stage is not known; names the field
   * @throws io.customerhub.engine.UnknownProfileException if it is about somebody whom nobody knows
   */
  public Deal save() {
    return deals.insert(this);
  }

  UserRef actor() {
    return by;
  }

  Deal build(Pipelines pipelines, Instant now) {
    Pipeline chosen = pipeline == null ? pipelines.standard() : pipelines.latest(pipeline);
    Stage first = stage == null ? chosen.openStages().get(0) : chosen.stage(stage);
    if (!first.isOpen()) {
      throw new InvalidRecordException(
          "stage", "is closed; a deal begins in " + Pipeline.keys(chosen.openStages()));
    }
    parts.pipeline = chosen.ref();
    parts.probability = new Probability.Inherited(first.probability());
    parts.entries = List.of(entry(first, now));
    return parts.build();
  }

  private StageEntry entry(Stage first, Instant now) {
    return new StageEntry(
        first.key(),
        openedAt == null ? now : Deals.requirePast("openedAt", openedAt, now),
        Optional.empty(),
        parts.amount,
        first.probability(),
        by,
        note,
        Optional.empty());
  }
}

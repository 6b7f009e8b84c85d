package io.customerhub.crm.deal;

import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.DealId;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.Money;
import io.customerhub.crm.UserRef;
import io.customerhub.profile.ProfileId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A possible sale. Immutable; changed through {@link Deals#of}.
 *
 * @param id the deal's id
 * @param version 0 when opened, one more with each change
 * @param name what it is about; 1 to {@value CrmLimits#TITLE} characters
 * @param subject the person or organisation it is with, as known when it was opened
 * @param stakeholders the people with a part in it, each once; may include the subject
 * @param pipeline the pipeline, as defined when the deal was opened
 * @param amount what it is worth; empty if not known, never negative
 * @param probability how likely it was to be won while open, and who says so
 * @param expectedClose the day on which a decision is expected
 * @param owner the user who works on it
 * @param entries the ledger of its stages, oldest first: each entry begins when the one before
 *     ends, and only the last has no end
 */
public record Deal(
    DealId id,
    long version,
    String name,
    ProfileId subject,
    List<Stakeholder> stakeholders,
    PipelineRef pipeline,
    Optional<Money> amount,
    Probability probability,
    Optional<LocalDate> expectedClose,
    Optional<UserRef> owner,
    List<StageEntry> entries) {

  private static final BigDecimal HIGHEST = BigDecimal.TEN.pow(15);

  /**
   * Checks and copies the parts.
   *
   * @throws InvalidRecordException if a value is not as described
   */
  public Deal {
    Objects.requireNonNull(id, "id");
    name = Checks.text("name", name, CrmLimits.TITLE);
    Objects.requireNonNull(subject, "subject");
    stakeholders = List.copyOf(stakeholders);
    Objects.requireNonNull(pipeline, "pipeline");
    amount.ifPresent(Deal::requireAmount);
    Objects.requireNonNull(probability, "probability");
    expectedClose.ifPresent(date -> Checks.date("expectedClose", date));
    Objects.requireNonNull(owner, "owner");
    entries = List.copyOf(entries);
    Checks.size("stakeholders", stakeholders.size(), CrmLimits.PEOPLE);
    Checks.size("stage entries", entries.size(), CrmLimits.STAGE_ENTRIES);
    Ledger.requireContiguous(entries);
  }

  /** Returns when it was opened. */
  public Instant openedAt() {
    return entries.get(0).enteredAt();
  }

  /** Returns the key of the stage it is in. */
  public String stage() {
    return last().stage();
  }

  /** Returns how it ended; empty while it is open. */
  public Optional<Outcome> outcome() {
    return last().outcome();
  }

  /** Returns whether it is open, and how it ended if not. */
  public DealStatus status() {
    return outcome().map(Outcome::status).orElse(DealStatus.OPEN);
  }

  /** Returns whether it is open. */
  public boolean isOpen() {
    return status() == DealStatus.OPEN;
  }

  /** Returns when it was won, lost or abandoned; empty while it is open. */
  public Optional<Instant> closedAt() {
    return outcome().map(ended -> last().enteredAt());
  }

  /** Returns how likely it is to be won: the probability while open, then 1 or 0. */
  public double winProbability() {
    return isOpen() ? probability.value() : status() == DealStatus.WON ? 1 : 0;
  }

  /** Returns the profile ids it is about: its subject and stakeholders. */
  public SortedSet<ProfileId> subjects() {
    SortedSet<ProfileId> all = new TreeSet<>();
    all.add(subject);
    stakeholders.forEach(stakeholder -> all.add(stakeholder.profile()));
    return Collections.unmodifiableSortedSet(all);
  }

  /** Returns id, version and stage; no personal data. */
  @Override
  public String toString() {
    return "Deal[" + id + ", version " + version + ", " + pipeline + " " + stage() + "]";
  }

  StageEntry last() {
    return entries.get(entries.size() - 1);
  }

  String label() {
    return "deal " + id;
  }

  private static void requireAmount(Money amount) {
    if (amount.isNegative() || amount.amount().compareTo(HIGHEST) >= 0) {
      throw new InvalidRecordException(
          "amount", "of a deal is from 0 to below 1,000,000,000,000,000");
    }
  }
}

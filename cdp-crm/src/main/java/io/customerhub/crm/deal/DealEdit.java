package io.customerhub.crm.deal;

import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.IllegalTransitionException;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.Money;
import io.customerhub.crm.UserRef;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.StaleWriteException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the changes of one deal, which {@link #commit} makes together: at most one change of its
 * stage, and any of its other values. Not thread-safe.
 */
public final class DealEdit {

  private final Deals deals;
  private final Deal deal;
  private final DealChange change = new DealChange();

  DealEdit(Deals deals, Deal deal) {
    this.deals = deals;
    this.deal = deal;
  }

  /** Moves it to an open stage. Stages between count as passed. */
  public DealEdit moveTo(String stage) {
    return step("moveTo", DealRules.move(Objects.requireNonNull(stage, "stage")));
  }

  /**
   * Closes it as won.
   *
   * @param reason why, in the host's words
   */
  public DealEdit won(String reason) {
    return step("won", DealRules.win(Objects.requireNonNull(reason, "reason")));
  }

  /**
   * Closes it as lost.
   *
   * @param reason one of the pipeline's; {@value Pipeline#OTHER} needs a {@link #note}
   */
  public DealEdit lost(String reason) {
    change.lostReason = Objects.requireNonNull(reason, "reason");
    return step("lost", DealRules.lose(reason, Optional.empty()));
  }

  /** Names who got the deal that is lost. */
  public DealEdit to(String competitor) {
    change.competitor = Objects.requireNonNull(competitor, "competitor");
    return this;
  }

  /**
   * Closes it as given up, without a decision of the customer.
   *
   * @param reason why, in the host's words
   */
  public DealEdit abandoned(String reason) {
    return step("abandoned", DealRules.abandon(Objects.requireNonNull(reason, "reason")));
  }

  /** Opens it again, in an open stage. How it had ended stays in the ledger. */
  public DealEdit reopen(String stage) {
    return step("reopen", DealRules.reopen(Objects.requireNonNull(stage, "stage")));
  }

  /** Sets what it is worth; of a closed deal too. */
  public DealEdit amount(Money amount) {
    change.amount = Objects.requireNonNull(amount, "amount");
    return this;
  }

  /**
   * Sets what it is worth.
   *
   * @throws InvalidRecordException as {@link Money#of(String, String)}
   */
  public DealEdit amount(String amount, String currency) {
    return amount(Money.of(amount, currency));
  }

  /** Sets the day on which a decision is expected. */
  public DealEdit closing(LocalDate date) {
    change.expectedClose = Objects.requireNonNull(date, "date");
    return this;
  }

  /** Gives it to a user. */
  public DealEdit ownedBy(UserRef user) {
    change.owner = Objects.requireNonNull(user, "user");
    return this;
  }

  /** Adds a person with a part in it, or a part to a person. */
  public DealEdit with(ProfileId profile, DealRole role) {
    change.people.add(new Stakeholder(profile, Set.of(role)));
    return this;
  }

  /**
   * Sets the probability by hand; it then stays through stage moves, until {@link #inherit}.
   *
   * @param value 0 to 1
   * @throws InvalidRecordException if it is not a number from 0 to 1
   */
  public DealEdit probability(double value) {
    change.probability = Checks.probability("probability", value);
    return this;
  }

  /** Says why the probability was set. */
  public DealEdit because(String reason) {
    change.because = Objects.requireNonNull(reason, "reason");
    return this;
  }

  /** Lets the probability follow the stage again. */
  public DealEdit inherit() {
    change.inherit = true;
    return this;
  }

  /** Sets a note for the ledger; needs a change of stage. */
  public DealEdit note(String note) {
    change.note = Checks.text("note", note, CrmLimits.NOTE);
    return this;
  }

  /** Sets who makes the change; {@link UserRef#SYSTEM} if not set. */
  public DealEdit by(UserRef user) {
    change.by = Objects.requireNonNull(user, "user");
    return this;
  }

  /**
   * Sets when the change of stage took effect; the time of the commit if not set. Not before the
   * deal entered its present stage, and not in the future.
   */
  public DealEdit on(Instant time) {
    change.on = Checks.time("on", time);
    return this;
  }

  /**
   * Makes the changes and returns the deal as it is then.
   *
   * @throws StaleWriteException if the deal was changed since it was read
   * @throws IllegalTransitionException if the deal may not take the step; says which are legal
   * @throws InvalidRecordException if a value is refused; names the field
   * @throws IllegalStateException if there is nothing to change, or two settings contradict each
   *     other; names both
   * @throws io.customerhub.engine.UnknownProfileException if it is about somebody whom nobody knows
   */
  public Deal commit() {
    change.requireConsistent();
    return deals.commit(deal, change);
  }

  private DealEdit step(String name, Step chosen) {
    if (change.stepName != null) {
      throw new IllegalStateException(
          "a change can hold one step, but got " + change.stepName + " and " + name);
    }
    change.stepName = name;
    change.step = chosen;
    return this;
  }
}

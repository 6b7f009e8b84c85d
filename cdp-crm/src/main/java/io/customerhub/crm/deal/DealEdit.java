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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the changes of one deal, which {@link #commit} makes together: at most one change of its
 * stage, and any of its other values. Not thread-safe.
 */
public final class DealEdit {

  private final Deals deals;
  private final Deal deal;
  private final List<String> changes = new ArrayList<>();
  private final List<Stakeholder> people = new ArrayList<>();
  private @Nullable String stepName;
  private @Nullable Step step;
  private @Nullable String lostReason;
  private @Nullable String competitor;
  private @Nullable Money amount;
  private @Nullable LocalDate expectedClose;
  private @Nullable UserRef owner;
  private @Nullable Double probability;
  private @Nullable String because;
  private boolean inherit;
  private @Nullable Instant on;
  private UserRef by = UserRef.SYSTEM;
  private String note = "";

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
    lostReason = Objects.requireNonNull(reason, "reason");
    return step("lost", DealRules.lose(reason, Optional.empty()));
  }

  /** Names who got the deal that is lost. */
  public DealEdit to(String competitor) {
    this.competitor = Objects.requireNonNull(competitor, "competitor");
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
    this.amount = Objects.requireNonNull(amount, "amount");
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
    this.expectedClose = Objects.requireNonNull(date, "date");
    return this;
  }

  /** Gives it to a user. */
  public DealEdit ownedBy(UserRef user) {
    this.owner = Objects.requireNonNull(user, "user");
    return this;
  }

  /** Adds a person with a part in it, or a part to a person. */
  public DealEdit with(ProfileId profile, DealRole role) {
    people.add(new Stakeholder(profile, Set.of(role)));
    return this;
  }

  /**
   * Sets the probability by hand; it then stays through stage moves, until {@link #inherit}.
   *
   * @param value 0 to 1
   * @throws InvalidRecordException if it is not a number from 0 to 1
   */
  public DealEdit probability(double value) {
    this.probability = Checks.probability("probability", value);
    return this;
  }

  /** Says why the probability was set. */
  public DealEdit because(String reason) {
    this.because = Objects.requireNonNull(reason, "reason");
    return this;
  }

  /** Lets the probability follow the stage again. */
  public DealEdit inherit() {
    this.inherit = true;
    return this;
  }

  /** Sets a note for the ledger; needs a change of stage. */
  public DealEdit note(String note) {
    this.note = Checks.text("note", note, CrmLimits.NOTE);
    return this;
  }

  /** Sets who makes the change; {@link UserRef#SYSTEM} if not set. */
  public DealEdit by(UserRef user) {
    this.by = Objects.requireNonNull(user, "user");
    return this;
  }

  /**
   * Sets when the change of stage took effect; the time of the commit if not set. Not before the
   * deal entered its present stage, and not in the future.
   */
  public DealEdit on(Instant time) {
    this.on = Checks.time("on", time);
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
   */
  public Deal commit() {
    requireConsistent();
    return deals.commit(deal, this);
  }

  UserRef actor() {
    return by;
  }

  /** What was changed, in words without anybody's free text. */
  String change() {
    return String.join("; ", changes);
  }

  /** Pure but for {@link #change}, which it rewrites: a transaction may run twice. */
  Deal applyTo(Deal stored, Pipeline pipeline, Instant now) {
    changes.clear();
    DealParts parts = DealParts.of(stored);
    adopt(parts, pipeline);
    values(parts);
    Target target = step == null ? null : effectiveStep(step).target(stored, pipeline, note);
    probability(parts, stored, target, pipeline, now);
    if (target != null) {
      changes.add(target.change());
      parts.entries = Ledger.append(stored.entries(), entry(parts, stored, target, now));
    }
    return parts.build();
  }

  private Step effectiveStep(Step chosen) {
    return lostReason == null
        ? chosen
        : DealRules.lose(lostReason, Optional.ofNullable(competitor));
  }

  private void adopt(DealParts parts, Pipeline pipeline) {
    if (!pipeline.ref().equals(parts.pipeline)) {
      parts.pipeline = pipeline.ref();
      changes.add("taken over into " + pipeline.ref());
    }
  }

  private void values(DealParts parts) {
    if (amount != null) {
      parts.amount = Optional.of(amount);
      changes.add("amount changed");
    }
    if (expectedClose != null) {
      parts.expectedClose = Optional.of(expectedClose);
      changes.add("expected close changed");
    }
    if (owner != null) {
      parts.owner = Optional.of(owner);
      changes.add("owner changed");
    }
    people.forEach(person -> parts.with(person.profile(), person.roles()));
    if (!people.isEmpty()) {
      changes.add("stakeholders added");
    }
  }

  private void probability(
      DealParts parts, Deal stored, @Nullable Target target, Pipeline pipeline, Instant now) {
    Stage stage = target == null ? pipeline.stage(stored.stage()) : target.stage();
    if (!stage.isOpen() && (probability != null || inherit)) {
      throw new IllegalTransitionException(
          stored.label(), "set the probability of", "it is closed; reopen it first");
    }
    if (probability != null) {
      String reason = because == null ? "" : because;
      parts.probability = new Probability.Manual(probability, by, now, reason);
      changes.add("probability set to " + probability);
    } else if (stage.isOpen() && (inherit || parts.probability instanceof Probability.Inherited)) {
      parts.probability = new Probability.Inherited(stage.probability());
      changes.addAll(inherit ? List.of("probability inherited") : List.of());
    }
  }

  private StageEntry entry(DealParts parts, Deal stored, Target target, Instant now) {
    double entering =
        target.stage().isOpen() ? parts.probability.value() : target.stage().probability();
    return new StageEntry(
        target.stage().key(),
        effectiveTime(stored, now),
        Optional.empty(),
        parts.amount,
        entering,
        by,
        note,
        target.outcome());
  }

  private Instant effectiveTime(Deal stored, Instant now) {
    if (on == null) {
      // A clock that steps back must not make a deal immovable.
      Instant entered = stored.last().enteredAt();
      return now.isBefore(entered) ? entered : now;
    }
    return Deals.requirePast("on", on, now);
  }

  private DealEdit step(String name, Step chosen) {
    if (stepName != null) {
      throw new IllegalStateException(
          "a change can hold one step, but got " + stepName + " and " + name);
    }
    stepName = name;
    step = chosen;
    return this;
  }

  private void requireConsistent() {
    boolean values = amount != null || expectedClose != null || owner != null;
    boolean other = values || probability != null || inherit || !people.isEmpty();
    require(step != null || other, "there is nothing to change");
    require(!(inherit && probability != null), "got both probability and inherit");
    require(because == null || probability != null, "got because without probability");
    require(competitor == null || lostReason != null, "got to(competitor) without lost");
    require(step != null || on == null, "got on(time) without a change of stage");
    require(step != null || note.isEmpty(), "got note without a change of stage");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalStateException(message);
    }
  }
}

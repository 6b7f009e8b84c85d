package io.customerhub.crm.deal;

import io.customerhub.crm.IllegalTransitionException;
import io.customerhub.crm.Money;
import io.customerhub.crm.UserRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to change of a deal, and the deal that comes of it. */
final class DealChange {

  private final List<String> changes = new ArrayList<>();
  final List<Stakeholder> people = new ArrayList<>();
  @Nullable String stepName;
  @Nullable Step step;
  @Nullable String lostReason;
  @Nullable String competitor;
  @Nullable Money amount;
  @Nullable LocalDate expectedClose;
  @Nullable UserRef owner;
  @Nullable Double probability;
  @Nullable String because;
  boolean inherit;
  @Nullable Instant on;
  UserRef by = UserRef.SYSTEM;
  String note = "";

  /** What was changed, in words without anybody's free text. */
  String description() {
    return String.join("; ", changes);
  }

  /** Pure but for {@link #description}, which it rewrites: a transaction may run twice. */
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

  void requireConsistent() {
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

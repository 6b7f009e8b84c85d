package io.customerhub.crm.deal;

import io.customerhub.crm.DealId;
import io.customerhub.crm.Money;
import io.customerhub.crm.UserRef;
import io.customerhub.crm.record.Body;
import io.customerhub.crm.record.RecordKind;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** How deals are kept. */
final class DealRecords implements RecordKind<Deal> {

  static final DealRecords INSTANCE = new DealRecords();
  static final String NAME = "deal";
  static final String PIPELINE = "pipeline";
  static final String STAGE = "stage";
  static final String STATUS = "status";
  static final String OWNER = "owner";

  private DealRecords() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public UUID id(Deal deal) {
    return deal.id().value();
  }

  @Override
  public long version(Deal deal) {
    return deal.version();
  }

  @Override
  public Set<ProfileId> subjects(Deal deal) {
    return deal.subjects();
  }

  @Override
  public Instant at(Deal deal) {
    return deal.openedAt();
  }

  @Override
  public Map<String, String> keys(Deal deal) {
    Map<String, String> keys = new TreeMap<>();
    keys.put(PIPELINE, deal.pipeline().key());
    keys.put(STAGE, deal.stage());
    keys.put(STATUS, deal.status().name());
    deal.owner().ifPresent(owner -> keys.put(OWNER, owner.id()));
    return keys;
  }

  @Override
  public Body write(Deal deal) {
    return Body.create()
        .put("name", deal.name())
        .put("subject", deal.subject())
        .put("stakeholders", deal.stakeholders(), DealRecords::write)
        .put("pipeline", deal.pipeline().key())
        .put("revision", deal.pipeline().revision())
        .put("amount", deal.amount(), DealRecords::write)
        .put("probability", write(deal.probability()))
        .put("expectedClose", deal.expectedClose())
        .put("owner", deal.owner())
        .put("entries", deal.entries(), DealRecords::write);
  }

  @Override
  public Deal read(UUID id, long version, Body body) {
    return new Deal(
        new DealId(id),
        version,
        body.text("name"),
        body.get("subject", ProfileId::of),
        body.objects("stakeholders", DealRecords::stakeholder),
        new PipelineRef(body.text("pipeline"), (int) body.number("revision")),
        body.findObject("amount", DealRecords::money),
        body.object("probability", DealRecords::probability),
        body.find("expectedClose", LocalDate::parse),
        body.find("owner", UserRef::of),
        body.objects("entries", DealRecords::entry));
  }

  private static Body write(Money money) {
    return Body.create()
        .put("amount", money.amount().toPlainString())
        .put("currency", money.currency());
  }

  private static Money money(Body body) {
    return Money.of(body.text("amount"), body.text("currency"));
  }

  private static Body write(Stakeholder person) {
    return Body.create().put("profile", person.profile()).put("roles", person.roles());
  }

  private static Stakeholder stakeholder(Body body) {
    return new Stakeholder(
        body.get("profile", ProfileId::of), new TreeSet<>(body.list("roles", DealRole::valueOf)));
  }

  private static Body write(Probability probability) {
    Body body = Body.create().put("value", probability.value());
    return probability instanceof Probability.Manual manual
        ? body.put("by", manual.by()).put("at", manual.at()).put("reason", manual.reason())
        : body;
  }

  private static Probability probability(Body body) {
    double value = body.number("value");
    return body.find("by", UserRef::of)
        .<Probability>map(
            by ->
                new Probability.Manual(
                    value, by, body.get("at", Instant::parse), body.text("reason")))
        .orElseGet(() -> new Probability.Inherited(value));
  }

  private static Body write(StageEntry entry) {
    return Body.create()
        .put("stage", entry.stage())
        .put("enteredAt", entry.enteredAt())
        .put("leftAt", entry.leftAt())
        .put("amount", entry.amount(), DealRecords::write)
        .put("probability", entry.probability())
        .put("actor", entry.actor())
        .put("note", entry.note())
        .put("outcome", entry.outcome(), DealRecords::write);
  }

  private static StageEntry entry(Body body) {
    return new StageEntry(
        body.text("stage"),
        body.get("enteredAt", Instant::parse),
        body.find("leftAt", Instant::parse),
        body.findObject("amount", DealRecords::money),
        body.number("probability"),
        body.get("actor", UserRef::of),
        body.text("note"),
        body.findObject("outcome", DealRecords::outcome));
  }

  private static Body write(Outcome outcome) {
    return Body.create()
        .put("status", outcome.status())
        .put("reason", outcome.reason())
        .put("competitor", outcome.competitor());
  }

  private static Outcome outcome(Body body) {
    return new Outcome(
        body.get("status", DealStatus::valueOf),
        body.text("reason"),
        body.find("competitor", text -> text));
  }
}

package io.customerhub.crm.deal;

import io.customerhub.crm.record.FactFields;
import io.customerhub.crm.record.Records;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Fact;
import io.customerhub.segment.Schema;
import io.customerhub.spi.FactSource;
import io.customerhub.spi.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Deals as segments see them, dated by when they were opened: {@code status} (open, won, lost,
 * abandoned), {@code stage} and {@code stage_since}, {@code pipeline}, {@code amount} and {@code
 * currency}, {@code probability} of being won, {@code expected_close}, {@code closed}, {@code
 * owner}. Thread-safe.
 */
public final class DealFacts implements FactSource {

  private final Records<Deal> records = new Records<>(DealRecords.INSTANCE);

  /** Creates the source. */
  public DealFacts() {}

  @Override
  public String kind() {
    return DealRecords.NAME;
  }

  @Override
  public Map<String, Schema.Type> fields() {
    return Map.of(
        "status", Schema.Type.TEXT,
        "stage", Schema.Type.TEXT,
        "stage_since", Schema.Type.DATE,
        "pipeline", Schema.Type.TEXT,
        "amount", Schema.Type.NUMBER,
        "currency", Schema.Type.TEXT,
        "probability", Schema.Type.NUMBER,
        "expected_close", Schema.Type.DATE,
        "closed", Schema.Type.DATE,
        "owner", Schema.Type.TEXT);
  }

  @Override
  public List<Fact> read(Transaction tx, Set<ProfileId> members) {
    return records.about(tx, members).stream().map(DealFacts::fact).toList();
  }

  private static Fact fact(Deal deal) {
    StageEntry current = deal.entries().get(deal.entries().size() - 1);
    return FactFields.create()
        .put("status", deal.status())
        .put("stage", deal.stage())
        .put("stage_since", current.enteredAt())
        .put("pipeline", deal.pipeline().key())
        .put("amount", deal.amount().map(amount -> amount.amount()))
        .put("currency", deal.amount().map(amount -> amount.currency()))
        .put("probability", deal.winProbability())
        .put("expected_close", deal.expectedClose())
        .put("closed", deal.closedAt())
        .put("owner", deal.owner().map(owner -> owner.id()))
        .at(deal.openedAt());
  }
}

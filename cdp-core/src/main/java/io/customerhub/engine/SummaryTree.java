package io.customerhub.engine;

import io.customerhub.profile.Claim;
import io.customerhub.profile.EventSummary;
import io.customerhub.profile.PropertySummary;
import io.customerhub.spi.MembershipChange;
import io.customerhub.spi.StoredSummary;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Parts of a person's export as trees of canonical values. */
final class SummaryTree {

  private SummaryTree() {}

  static Map<String, Object> of(MembershipChange turn) {
    return Map.of("segment", turn.segment(), "at", turn.at().toString(), "inside", turn.inside());
  }

  static Map<String, Object> of(StoredSummary stored) {
    EventSummary summary = stored.summary();
    Map<String, Object> tree = new TreeMap<>();
    tree.put("member", stored.member().toString());
    tree.put("event", summary.name());
    tree.put("events", BigDecimal.valueOf(summary.activity().events()));
    summary.activity().firstSeen().ifPresent(first -> tree.put("first", first.toString()));
    summary.activity().lastSeen().ifPresent(last -> tree.put("last", last.toString()));
    tree.put("claims", summary.claims().stream().map(SummaryTree::said).toList());
    Map<String, Object> properties = new TreeMap<>();
    summary.properties().forEach((name, one) -> properties.put(name, property(one)));
    tree.put("properties", properties);
    return tree;
  }

  private static Map<String, Object> property(PropertySummary one) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("numbers", BigDecimal.valueOf(one.numbers()));
    BigDecimal min = one.min();
    BigDecimal max = one.max();
    if (min != null && max != null) {
      tree.putAll(Map.of("sum", one.sum(), "min", min, "max", max));
    }
    tree.put("first", one.first().value());
    tree.put("last", one.last().value());
    return tree;
  }

  private static Map<String, Object> said(Claim claim) {
    return Map.of(
        "trait", claim.trait(),
        "value", claim.value(),
        "source", claim.source(),
        "time", claim.time().toString(),
        "messageId", claim.messageId());
  }
}

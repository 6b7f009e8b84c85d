package io.customerhub.examples.quickstart.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that no import can take as they are; each is one more card of somebody in the register. */
final class LoyaltyBadRows {

  private final Dice dice;
  private final List<LoyaltyCard> cards;

  LoyaltyBadRows(Dice dice, List<LoyaltyCard> cards) {
    this.dice = dice;
    this.cards = cards;
  }

  /** Adds three rows with a wrong number of columns, five with bad dates, four with bad phones. */
  void spoil(List<String> rows) {
    add(rows, with(Map.of()).replaceFirst(",", ""));
    add(rows, with(Map.of()).replaceFirst(",", ";"));
    add(rows, "surplus," + with(Map.of()));
    add(rows, with(Map.of("birth_date", "1985-02-30")));
    add(rows, with(Map.of("birth_date", "31/31/1979")));
    add(rows, with(Map.of("birth_date", "0000-00-00")));
    add(rows, with(Map.of("joined_at", "2026-13-45T00:00:00Z")));
    add(rows, with(Map.of("joined_at", "last spring")));
    add(rows, with(Map.of("phone", "call after six")));
    add(rows, with(Map.of("phone", "+49 30 I2E45")));
    add(rows, with(Map.of("phone", "n/a")));
    add(rows, with(Map.of("phone", "12")));
  }

  private void add(List<String> rows, String row) {
    rows.add(dice.below(rows.size()), row);
  }

  private String with(Map<String, String> other) {
    Map<String, String> row = new LinkedHashMap<>(dice.pick(cards).columns());
    row.put("card_no", dice.fill("LC-9xxxxxxx"));
    row.putAll(other);
    return Csv.row(List.copyOf(row.values()));
  }
}

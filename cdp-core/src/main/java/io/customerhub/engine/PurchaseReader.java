package io.customerhub.engine;

import io.customerhub.event.Event;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.StoredEvent;
import io.customerhub.value.Purchase;
import io.customerhub.value.RfmModel;
import io.customerhub.value.RfmScore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what people bought from their events. */
record PurchaseReader(String event, String amount, Instant from, Instant to) {

  /** Returns a reader of all purchases up to a day. */
  static PurchaseReader upTo(String event, String amount, LocalDate last, ZoneId zone) {
    return new PurchaseReader(event, amount, EventQuery.MIN, start(last.plusDays(1), zone));
  }

  /** Returns a reader of the purchases of so many days up to a day. */
  static PurchaseReader of(String event, String amount, LocalDate last, int days, ZoneId zone) {
    Instant from = start(last.minusDays(days - 1L), zone);
    return new PurchaseReader(event, amount, from, start(last.plusDays(1), zone));
  }

  /** Returns the scores of a profile; empty if it bought nothing. */
  static Optional<RfmScore> score(Unit unit, Set<ProfileId> members, RfmModel model, ZoneId zone) {
    PurchaseReader reader = of(model.event(), model.amount(), model.asOf(), model.days(), zone);
    return model.score(reader.read(unit, members), zone);
  }

  List<Purchase> read(Unit unit, Set<ProfileId> members) {
    List<Purchase> purchases = new ArrayList<>();
    EventQuery query = new EventQuery(members, event, from, to, false, Integer.MAX_VALUE);
    for (StoredEvent stored : unit.tx().events().read(query)) {
      Event found = stored.event();
      if (found.properties().get(amount) instanceof BigDecimal paid) {
        purchases.add(new Purchase(found.time(), paid));
      }
    }
    return purchases;
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    Instant start = day.atStartOfDay(zone).toInstant();
    if (start.isBefore(EventQuery.MIN)) {
      return EventQuery.MIN;
    }
    return start.isAfter(EventQuery.MAX) ? EventQuery.MAX : start;
  }
}

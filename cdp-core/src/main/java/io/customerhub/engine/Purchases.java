package io.customerhub.engine;

import io.customerhub.event.Event;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.StoredEvent;
import io.customerhub.value.Purchase;
import io.customerhub.value.PurchaseSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What people bought, summed up for the models of {@link io.customerhub.value}. Days are those of
 * the engine's zone. Thread-safe; nothing is kept.
 */
public final class Purchases {

  private static final int PAGE = 200;

  private final Units units;
  private final ZoneId zone;

  Purchases(Units units, ZoneId zone) {
    this.units = units;
    this.zone = zone;
  }

  /**
   * Returns what a profile bought; empty if it bought nothing.
   *
   * @param id any id of the profile
   * @throws UnknownProfileException if the id is unknown
   */
  public Optional<PurchaseSummary> summary(ProfileId id, PurchaseQuery query) {
    return units.run(
        unit -> {
          if (unit.tx().profiles().find(Set.of(id)).isEmpty()) {
            throw UnknownProfileException.of(unit.tx(), id);
          }
          return summary(unit, Profiles.members(unit.tx(), id), query);
        });
  }

  /**
   * Hands over what each profile bought, in ascending order of id; those that bought nothing are
   * passed over. Reads in several transactions, and calls the consumer outside of them.
   */
  public void forEach(PurchaseQuery query, BiConsumer<ProfileId, PurchaseSummary> consumer) {
    List<ProfileId> roots = List.of();
    do {
      ProfileId after = roots.isEmpty() ? null : roots.get(roots.size() - 1);
      Map<ProfileId, PurchaseSummary> page = new LinkedHashMap<>();
      roots = units.run(unit -> read(unit, after, query, page));
      page.forEach(consumer);
    } while (roots.size() == PAGE);
  }

  private List<ProfileId> read(
      Unit unit,
      @Nullable ProfileId after,
      PurchaseQuery query,
      Map<ProfileId, PurchaseSummary> page) {
    // A transaction that a conflict undid is run again.
    page.clear();
    List<ProfileId> roots = unit.tx().catalog().roots(after, PAGE);
    Map<ProfileId, List<Member>> clusters =
        Clustered.byRoot(unit.tx().profiles().clusters(new TreeSet<>(roots)));
    for (ProfileId root : roots) {
      Set<ProfileId> members = new TreeSet<>();
      clusters.getOrDefault(root, List.of()).forEach(member -> members.add(member.id()));
      summary(unit, members, query).ifPresent(summary -> page.put(root, summary));
    }
    return roots;
  }

  private Optional<PurchaseSummary> summary(
      Unit unit, Set<ProfileId> members, PurchaseQuery query) {
    Instant end = query.asOf().plusDays(1).atStartOfDay(zone).toInstant();
    EventQuery events =
        new EventQuery(members, query.event(), EventQuery.MIN, end, false, Integer.MAX_VALUE);
    List<Purchase> purchases = new ArrayList<>();
    for (StoredEvent stored : unit.tx().events().read(events)) {
      Event event = stored.event();
      if (event.properties().get(query.amount()) instanceof BigDecimal amount) {
        purchases.add(new Purchase(event.time(), amount));
      }
    }
    return PurchaseSummary.of(purchases, query.asOf(), zone, query.daysPerPeriod());
  }
}

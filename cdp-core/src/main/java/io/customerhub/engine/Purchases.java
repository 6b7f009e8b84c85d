package io.customerhub.engine;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.value.PurchaseSummary;
import io.customerhub.value.RfmModel;
import io.customerhub.value.RfmScore;
import io.customerhub.value.RfmValues;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What people bought, summed up for the models of {@link io.customerhub.value}. Days are those of
 * the engine's zone. Thread-safe; nothing is kept.
 */
public final class Purchases {

  private static final int PAGE = 200;

  private final Units units;
  private final ZoneId zone;
  private final Predictions predictions;

  Purchases(Units units, SegmentRuns runs, Sweep sweep, ZoneId zone) {
    this.units = units;
    this.zone = zone;
    this.predictions = new Predictions(units, runs, this, sweep);
  }

  /** Returns what people are likely to buy, as segments name it. */
  public Predictions predictions() {
    return predictions;
  }

  /**
   * Returns what a profile bought; empty if it bought nothing.
   *
   * @param id any id of the profile
   * @throws UnknownProfileException if the id is unknown
   */
  public Optional<PurchaseSummary> summary(ProfileId id, PurchaseQuery query) {
    return units.run(unit -> summary(unit, known(unit, id), query));
  }

  /**
   * Hands over what each profile bought, in ascending order of id; those that bought nothing are
   * passed over. Reads in several transactions, and calls the consumer outside of them.
   */
  public void forEach(PurchaseQuery query, BiConsumer<ProfileId, PurchaseSummary> consumer) {
    each((unit, members) -> summary(unit, members, query), consumer);
  }

  /** Hands over what is scored of each profile that bought something. */
  void forEach(RfmQuery query, Consumer<RfmValues> consumer) {
    PurchaseReader reader =
        PurchaseReader.of(query.event(), query.amount(), query.asOf(), query.days(), zone);
    each(
        (unit, members) ->
            RfmModel.values(reader.read(unit, members), query.asOf(), query.days(), zone),
        (id, values) -> consumer.accept(values));
  }

  /** Returns the scores of a profile; empty if it bought nothing, or nobody is scored. */
  Optional<RfmScore> score(ProfileId id) {
    return units.run(
        unit -> {
          Set<ProfileId> members = known(unit, id);
          return unit.definitions()
              .rfm()
              .flatMap(model -> PurchaseReader.score(unit, members, model, zone));
        });
  }

  /** Returns what is foretold of a profile; empty if it bought nothing, or there is no model. */
  Optional<PersonForecast> forecast(ProfileId id) {
    return units.run(
        unit -> {
          Set<ProfileId> members = known(unit, id);
          return unit.definitions()
              .predictions()
              .flatMap(model -> PersonForecast.of(unit, members, model, zone));
        });
  }

  private static Set<ProfileId> known(Unit unit, ProfileId id) {
    if (unit.tx().profiles().find(Set.of(id)).isEmpty()) {
      throw UnknownProfileException.of(unit.tx(), id);
    }
    return Profiles.members(unit.tx(), id);
  }

  private <T> void each(
      BiFunction<Unit, Set<ProfileId>, Optional<T>> sum, BiConsumer<ProfileId, T> consumer) {
    List<ProfileId> roots = List.of();
    do {
      ProfileId after = roots.isEmpty() ? null : roots.get(roots.size() - 1);
      Map<ProfileId, T> page = new LinkedHashMap<>();
      roots = units.run(unit -> page(unit, after, sum, page));
      page.forEach(consumer);
    } while (roots.size() == PAGE);
  }

  private static <T> List<ProfileId> page(
      Unit unit,
      @Nullable ProfileId after,
      BiFunction<Unit, Set<ProfileId>, Optional<T>> sum,
      Map<ProfileId, T> page) {
    // A transaction that a conflict undid is run again.
    page.clear();
    List<ProfileId> roots = unit.tx().catalog().roots(after, PAGE);
    Map<ProfileId, List<Member>> clusters =
        Clustered.byRoot(unit.tx().profiles().clusters(new TreeSet<>(roots)));
    for (ProfileId root : roots) {
      Set<ProfileId> members = new TreeSet<>();
      clusters.getOrDefault(root, List.of()).forEach(member -> members.add(member.id()));
      sum.apply(unit, members).ifPresent(found -> page.put(root, found));
    }
    return roots;
  }

  private Optional<PurchaseSummary> summary(
      Unit unit, Set<ProfileId> members, PurchaseQuery query) {
    PurchaseReader reader = PurchaseReader.upTo(query.event(), query.amount(), query.asOf(), zone);
    return PurchaseSummary.of(
        reader.read(unit, members), query.asOf(), zone, query.daysPerPeriod());
  }
}

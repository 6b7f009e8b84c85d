package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Forecast;
import io.customerhub.segment.PredictedCondition.Measure;
import io.customerhub.value.PredictionModel;
import io.customerhub.value.Purchase;
import io.customerhub.value.PurchaseSummary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** What a model foretells of one person, whose purchases are read once and summed up by days. */
record PersonForecast(PredictionModel model, List<Purchase> daily, ZoneId zone)
    implements Forecast {

  /** Returns the forecast; empty if nothing was ever bought. */
  static Optional<PersonForecast> of(
      Unit unit, Set<ProfileId> members, PredictionModel model, ZoneId zone) {
    PurchaseReader reader =
        PurchaseReader.upTo(model.event(), model.amount(), LocalDate.of(9999, 12, 30), zone);
    Map<LocalDate, BigDecimal> days = new TreeMap<>();
    for (Purchase one : reader.read(unit, members)) {
      days.merge(one.at().atZone(zone).toLocalDate(), one.amount(), BigDecimal::add);
    }
    List<Purchase> daily =
        days.entrySet().stream()
            .map(day -> new Purchase(day.getKey().atStartOfDay(zone).toInstant(), day.getValue()))
            .toList();
    return daily.isEmpty() ? Optional.empty() : Optional.of(new PersonForecast(model, daily, zone));
  }

  @Override
  public OptionalDouble of(Measure measure, LocalDate asOf, int days) {
    PurchaseSummary customer = summary(asOf).orElse(null);
    if (customer == null) {
      return OptionalDouble.empty();
    }
    return switch (measure) {
      case PURCHASES -> OptionalDouble.of(model.purchases(customer, days));
      case VALUE -> model.value(customer, days);
      case ALIVE -> OptionalDouble.of(model.probabilityAlive(customer));
    };
  }

  Optional<PurchaseSummary> summary(LocalDate asOf) {
    return PurchaseSummary.of(daily, asOf, zone, model.daysPerPeriod());
  }
}

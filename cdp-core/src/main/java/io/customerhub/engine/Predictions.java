package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Forecast;
import io.customerhub.value.BetaGeometric;
import io.customerhub.value.CustomerValue;
import io.customerhub.value.GammaGamma;
import io.customerhub.value.PredictionModel;
import io.customerhub.value.PurchaseSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people are likely to buy, by the BG/NBD and the gamma-gamma model. Segments name it: {@code
 * predicted value in next 365 days > 500 and probability alive < 0.3}. Thread-safe.
 *
 * <p>What is kept is the model, every version of it, and no prediction: that follows from the model
 * and a person's purchases, whole days up to the day before. It goes on with the days and needs no
 * refresh; {@link CustomerEngine#tick()} finds who enters and leaves, at the midnight at which it
 * comes to that: a person is looked at then, and at least every 64 days. Fit the model anew as
 * often as habits change.
 */
public final class Predictions {

  private final Units units;
  private final SegmentRuns runs;
  private final Purchases purchases;
  private final Sweep sweep;

  Predictions(Units units, SegmentRuns runs, Purchases purchases, Sweep sweep) {
    this.units = units;
    this.runs = runs;
    this.purchases = purchases;
    this.sweep = sweep;
  }

  /**
   * Fits the models to everybody who bought, and evaluates the segments that name a prediction.
   * Reads everybody, in several transactions.
   *
   * @return the model that holds from now on
   * @throws io.customerhub.value.NoFitException if too few bought again
   */
  public PredictionModel refresh(PurchaseQuery query) {
    List<PurchaseSummary> all = new ArrayList<>();
    purchases.forEach(query, (id, summary) -> all.add(summary));
    BetaGeometric how = BetaGeometric.fit(all).model();
    CustomerValue models = new CustomerValue(how, GammaGamma.fit(all).model());
    PredictionModel model =
        new PredictionModel(
            query.event(), query.amount(), query.asOf(), query.daysPerPeriod(), models);
    refresh(model);
    return model;
  }

  /** Predicts by a given model from now on, and evaluates the segments that name a prediction. */
  public void refresh(PredictionModel model) {
    Change change = Change.ofScores();
    boolean matters =
        units.run(
            unit -> {
              PredictionRecord.write(unit, model);
              return runs.isTouched(unit, change);
            });
    if (matters) {
      sweep.everybody(change);
    }
  }

  /** Returns the model that holds; empty before the first refresh. */
  public Optional<PredictionModel> model() {
    return units.run(unit -> unit.definitions().predictions());
  }

  /** Returns every model that there was, oldest first. */
  public List<PredictionModel> history() {
    return units.run(PredictionRecord::history);
  }

  /**
   * Returns what is foretold of a profile, for any day; empty if it never bought, or there is no
   * model.
   *
   * @param id any id of the profile
   * @throws UnknownProfileException if the id is unknown
   */
  public Optional<Forecast> of(ProfileId id) {
    return purchases.forecast(id).map(forecast -> forecast);
  }
}

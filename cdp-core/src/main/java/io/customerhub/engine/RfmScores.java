package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.value.RfmBreaks;
import io.customerhub.value.RfmModel;
import io.customerhub.value.RfmScore;
import io.customerhub.value.RfmValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scores of how recently, how often and for how much people bought, 1 to 5 each. Segments name
 * them: {@code rfm.recency >= 4 and rfm.monetary = 5}. Thread-safe.
 *
 * <p>What is kept is the model with its day and breaks, every version of it, and no score: a
 * person's scores follow from the model and the purchases. So they stay as they are until the next
 * refresh, except that an event of the time before, a merge, a split or an erasure counts at once.
 * They never move as time passes; refresh them as often as they should.
 */
public final class RfmScores {

  private final Units units;
  private final SegmentRuns runs;
  private final Purchases purchases;
  private final Sweep sweep;

  RfmScores(Units units, SegmentRuns runs, Purchases purchases, Sweep sweep) {
    this.units = units;
    this.runs = runs;
    this.purchases = purchases;
    this.sweep = sweep;
  }

  /**
   * Scores everybody by the quintiles of all who bought, see {@link RfmBreaks#quintiles}, and
   * evaluates the segments that name a score. Reads everybody, in several transactions.
   *
   * @return the model that holds from now on
   * @throws io.customerhub.value.NoFitException if nobody bought
   */
  public RfmModel refresh(RfmQuery query) {
    List<RfmValues> all = new ArrayList<>();
    purchases.forEach(query, all::add);
    return refresh(query, RfmBreaks.quintiles(all));
  }

  /**
   * Scores everybody by given breaks, and evaluates the segments that name a score.
   *
   * @return the model that holds from now on
   */
  public RfmModel refresh(RfmQuery query, RfmBreaks breaks) {
    RfmModel model =
        new RfmModel(query.event(), query.amount(), query.asOf(), query.days(), breaks);
    Change change = Change.ofScores();
    boolean matters =
        units.run(
            unit -> {
              RfmRecord.write(unit, model);
              return runs.isTouched(unit, change);
            });
    if (matters) {
      sweep.everybody(change);
    }
    return model;
  }

  /** Returns the model that holds; empty before the first refresh. */
  public Optional<RfmModel> model() {
    return units.run(unit -> unit.definitions().rfm());
  }

  /** Returns every model that there was, oldest first. */
  public List<RfmModel> history() {
    return units.run(RfmRecord::history);
  }

  /**
   * Returns the scores of a profile; empty if it bought nothing in the days of the model, or there
   * is no model.
   *
   * @param id any id of the profile
   * @throws UnknownProfileException if the id is unknown
   */
  public Optional<RfmScore> of(ProfileId id) {
    return purchases.score(id);
  }
}

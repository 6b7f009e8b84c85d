package io.customerhub.engine;

import io.customerhub.identity.MatchModel;
import io.customerhub.identity.batch.Diagnostics;
import java.util.Objects;

/**
 * A model learned from what a hub knows.
 *
 * @param model the model; the defaults if there was too little to learn from, see {@link
 *     MatchModel#isEstimated()} and {@link MatchModel#origin()}
 * @param records how many records it was learned from
 * @param members how many records there are
 * @param diagnostics what the estimate went through
 */
public record ModelEstimate(MatchModel model, int records, long members, Diagnostics diagnostics) {

  /** Checks that the parts are there. */
  public ModelEstimate {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(diagnostics, "diagnostics");
  }
}

package io.customerhub.engine;

import io.customerhub.identity.MatchModel;
import java.time.Instant;
import java.util.Objects;

/**
 * A model that a store was brought in line with.
 *
 * @param number 1 for the first, one more with each
 * @param model the model
 * @param actor who decided
 * @param reason why, in the actor's words
 * @param at when
 */
public record AdoptedModel(long number, MatchModel model, String actor, String reason, Instant at) {

  /** Checks that the parts are there. */
  public AdoptedModel {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(at, "at");
  }
}

package io.customerhub.identity.batch;

import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.Level;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.Vetoes;
import java.util.Arrays;

/**
 * Whether people of the data share e-mail addresses, as families do. Where nobody does, an address
 * alone says who it is, as it does to an exact key: no weight could be learned for records that say
 * nothing else, of which newsletters have many.
 */
final class SharedAddresses {

  /** More than a mistake now and then. */
  private static final double MOST = 0.1;

  private static final long ADDRESS = ComparisonVector.bit(Level.EMAIL_EXACT);

  private static final long NAMED =
      Arrays.stream(Level.values())
          .filter(level -> level.field() == Level.Field.NAME)
          .mapToLong(ComparisonVector::bit)
          .reduce(0, (all, one) -> all | one);

  private SharedAddresses() {}

  /** Returns the model, by which an address alone is enough if hardly anybody shares one. */
  static MatchModel weighed(MatchModel model, Patterns patterns, Vetoes vetoes) {
    double enough = Scores.MATCH_BITS - model.bits(Level.PRIOR);
    boolean is = model.bits(Level.EMAIL_EXACT) >= enough || enough > MatchModel.MOST_BITS;
    return is || areShared(patterns, vetoes)
        ? model
        : model.withWeight(
            Level.EMAIL_EXACT, enough, model.m(Level.EMAIL_EXACT), model.u(Level.EMAIL_EXACT));
  }

  private static boolean areShared(Patterns patterns, Vetoes vetoes) {
    long[] pairs = new long[2];
    patterns
        .all()
        .forEachSorted(
            (vector, count) -> {
              if ((vector & ADDRESS) != 0 && (vector & NAMED) != 0) {
                pairs[0] += count;
                pairs[1] += vetoes.forbid(vector) ? count : 0;
              }
            });
    return pairs[1] > MOST * pairs[0];
  }
}

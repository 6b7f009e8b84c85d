package io.customerhub.engine;

import java.util.Locale;

/**
 * What a run of retention has done so far.
 *
 * @param removed how many events were removed from the log
 * @param profiles how many profiles were changed by that, one that took several transactions
 *     counted in each
 * @param busy how often a page of events was passed over because others kept changing the people it
 *     is about; the next run comes to it again
 * @param position how far it came; to go on from
 */
public record RetentionReport(long removed, long profiles, long busy, String position) {

  /** Returns whether the whole log was looked at. */
  public boolean isComplete() {
    return position.equals(RebuildPosition.END.text());
  }

  /** Returns the counts. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d events removed of %d profiles%s%s",
        removed,
        profiles,
        busy == 0 ? "" : ", " + busy + " pages passed over",
        isComplete() ? "" : "; not complete");
  }
}

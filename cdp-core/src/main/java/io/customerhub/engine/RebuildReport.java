package io.customerhub.engine;

import io.customerhub.engine.Violation.Invariant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rebuild has looked at and put right.
 *
 * @param events how many events were looked at
 * @param profiles how many profiles were looked at
 * @param members how many records that were
 * @param erased how many ids of erased people were looked at
 * @param repaired how much was put right, by what did not hold
 * @param left what still does not hold, since it does not follow from anything that is kept; at
 *     most 1,000
 * @param busy how often something was passed over, because others kept changing it or more than
 *     10,000 records hang together
 * @param position how far it came; to go on from
 */
public record RebuildReport(
    long events,
    long profiles,
    long members,
    long erased,
    SortedMap<Invariant, Long> repaired,
    List<Violation> left,
    long busy,
    String position) {

  /** Copies the map and the list. */
  public RebuildReport {
    repaired = Collections.unmodifiableSortedMap(new TreeMap<>(repaired));
    left = List.copyOf(left);
  }

  /** Returns whether everything was looked at. */
  public boolean isComplete() {
    return position.equals(RebuildPosition.END.text());
  }

  /** Returns the counts, and a line for each violation that is left; no personal data. */
  public String text() {
    Lines out = new Lines();
    out.line(toString());
    left.forEach(violation -> out.line("  left: " + violation));
    return out.text();
  }

  /** Returns the counts. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d events, %d profiles of %d records, %d erased ids; repaired %s; %d left%s%s",
        events,
        profiles,
        members,
        erased,
        repaired,
        left.size(),
        busy == 0 ? "" : ", " + busy + " passed over",
        isComplete() ? "" : "; not complete");
  }
}

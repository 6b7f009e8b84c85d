package io.customerhub.crm.report;

import io.customerhub.crm.Money;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One stage of a funnel.
 *
 * @param stage the stage's key
 * @param deals how many deals entered or passed it; each once
 * @param amounts what those are worth, by currency; deals of unknown worth add nothing
 * @param ofFirst deals as a share of the first stage's, 0 to 1; 0 if that has none
 * @param ofPrevious deals as a share of the stage's before, 0 to 1; 0 if that has none
 * @param lostHere how many of them got no further and are lost or abandoned
 * @param openHere how many of them got no further and are open
 */
public record FunnelRow(
    String stage,
    long deals,
    SortedMap<String, Money> amounts,
    double ofFirst,
    double ofPrevious,
    long lostHere,
    long openHere) {

  /** Checks and copies the parts. */
  public FunnelRow {
    Objects.requireNonNull(stage, "stage");
    amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
  }
}

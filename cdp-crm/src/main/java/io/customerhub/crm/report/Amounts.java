package io.customerhub.crm.report;

import io.customerhub.crm.Money;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of money, one for each currency. */
final class Amounts {

  private final SortedMap<String, Money> sums = new TreeMap<>();

  void add(Money amount) {
    sums.merge(amount.currency(), amount, Money::plus);
  }

  SortedMap<String, Money> sums() {
    return sums;
  }
}

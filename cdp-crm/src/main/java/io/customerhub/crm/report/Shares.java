package io.customerhub.crm.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written. */
final class Shares {

  private Shares() {}

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static BigDecimal decimal(double share) {
    return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_EVEN);
  }
}

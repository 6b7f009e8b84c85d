package io.customerhub.crm.report;

import io.customerhub.crm.CrmLimits;
import java.time.Instant;

/** From an instant to before another. */
record Period(Instant from, Instant to) {

  static final Period ALWAYS = new Period(CrmLimits.EARLIEST, CrmLimits.LATEST);

  Period {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("from is " + from + ", not before to, " + to);
    }
  }

  boolean contains(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}

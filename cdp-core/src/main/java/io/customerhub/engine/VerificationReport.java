package io.customerhub.engine;

import java.util.List;
import java.util.Locale;

/**
 * What a verification has looked at and found.
 *
 * @param profiles how many profiles were looked at
 * @param members how many records that were
 * @param events how many events were looked at
 * @param erased how many ids of erased people were looked at
 * @param unchecked how many profiles looked wrong but could not be looked at again, because others
 *     kept changing them or more than 10,000 records hang together
 * @param violations what does not hold, each once; at most 1,000
 * @param complete whether everything was looked at; false if there are 1,000 violations or more, or
 *     while the verification goes on
 */
public record VerificationReport(
    long profiles,
    long members,
    long events,
    long erased,
    long unchecked,
    List<Violation> violations,
    boolean complete) {

  /** Copies the list. */
  public VerificationReport {
    violations = List.copyOf(violations);
  }

  /** Returns whether nothing was found so far, and nothing was left unchecked. */
  public boolean isClean() {
    return violations.isEmpty() && unchecked == 0;
  }

  /** Returns the counts, and a line for each violation; no personal data. */
  public String text() {
    Lines out = new Lines();
    out.line(toString());
    violations.forEach(violation -> out.line("  " + violation));
    return out.text();
  }

  /** Returns the counts. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d violations in %d profiles of %d records, %d events, %d erased ids%s%s",
        violations.size(),
        profiles,
        members,
        events,
        erased,
        unchecked == 0 ? "" : "; " + unchecked + " profiles unchecked",
        complete ? "" : "; not complete");
  }
}

package io.customerhub.contract;

import io.customerhub.contract.BadInputRun.Outcome;
import io.customerhub.contract.BadInputRun.Way;
import io.customerhub.event.ReasonCode;
import java.util.Map;
import java.util.Set;

/** What the catalogue's verdicts mean for what becomes of a line. */
final class BadInputVerdicts {

  /** Refused for another reason, which is found first; the catalogue allows for it. */
  private static final Map<String, Set<String>> OTHER_REASONS =
      Map.of(
          "PHONE-010", Set.of("TOO_LONG"),
          "TEXT-10MB", Set.of("TOO_LONG", "EVENT_TOO_LARGE"),
          "TEXT-1MBEMOJI", Set.of("TOO_LONG", "EVENT_TOO_LARGE"),
          "HASH-001", Set.of("TOO_MANY_ATTRIBUTES"));

  /**
   * Without a region no number is a key that does not say its country. PHONE-002 does: it begins
   * with 00, which is taken for the plus sign.
   */
  private static final Set<String> NATIONAL_PHONES = Set.of("PHONE-004");

  /** Ahead of its arrival like TIME-015, and kept with the arrival's time like it. */
  private static final Set<String> KEPT_BY_ARRIVAL = Set.of("TIME-005");

  /** Bounds of an amount are the ledger's; a trait may have 100 digits. */
  private static final Set<String> OF_THE_LEDGER = Set.of("MONEY-003");

  private BadInputVerdicts() {}

  static boolean isMet(BadInput line, Outcome outcome) {
    return outcome.lost() == 0 && (isNothing(line, outcome) || isSomethingMet(line, outcome));
  }

  /** No message and no row: a file of a header, and a blank line between others. */
  private static boolean isNothing(BadInput line, Outcome outcome) {
    boolean blank = line.id().equals("CSV-017") || line.input().isEmpty();
    return blank
        && outcome.target().isEmpty()
        && taken(outcome) == 0
        && outcome.rejected().isEmpty();
  }

  private static boolean isSomethingMet(BadInput line, Outcome outcome) {
    if (NATIONAL_PHONES.contains(line.id())) {
      return !outcome.together() && outcome.aside().containsKey(ReasonCode.PHONE_NO_REGION);
    }
    if (KEPT_BY_ARRIVAL.contains(line.id()) || line.verdict().equals("CLAMP")) {
      return isTaken(outcome) && outcome.corrected().containsKey(ReasonCode.TIMESTAMP_RANGE);
    }
    boolean refused = !line.code().isEmpty() && !OF_THE_LEDGER.contains(line.id());
    return refused || line.id().equals("HASH-001")
        ? isRefused(line, outcome)
        : isTaken(outcome) && isAsGiven(line, outcome);
  }

  private static boolean isRefused(BadInput line, Outcome outcome) {
    Map<ReasonCode, Long> why = outcome.rejected().isEmpty() ? outcome.aside() : outcome.rejected();
    Set<String> others = OTHER_REASONS.getOrDefault(line.id(), Set.of());
    return !outcome.together()
        && !why.isEmpty()
        && why.keySet().stream()
            .allMatch(code -> code.name().equals(line.code()) || others.contains(code.name()));
  }

  private static boolean isTaken(Outcome outcome) {
    return outcome.rejected().isEmpty() && outcome.aside().isEmpty() && taken(outcome) > 0;
  }

  private static long taken(Outcome outcome) {
    return outcome.accepted() + outcome.duplicates();
  }

  /** A key joins two people, nothing else does; a text is kept character by character. */
  private static boolean isAsGiven(BadInput line, Outcome outcome) {
    if (line.target().startsWith("identifier:")) {
      return outcome.together();
    }
    boolean emptyCell = outcome.way() == Way.CSV && line.input().isEmpty();
    boolean text = outcome.target().equals("name") && !emptyCell;
    return !outcome.together()
        && (!text || outcome.kept().filter(line.input()::equals).isPresent());
  }
}

package io.customerhub.segment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** What is known of a person beside traits and facts, and its meaning written down once more. */
record PersonOracle(
    String key,
    Set<String> namespaces,
    Instant lastMerge,
    Map<String, NavigableMap<Instant, Object>> history,
    Map<String, NavigableMap<Instant, Boolean>> turns,
    Map<List<String>, Boolean> consents,
    Map<String, Calculation> computed,
    Map<RfmCondition.Part, Integer> scores,
    LocalDate bought) {

  static final PersonOracle NOBODY =
      new PersonOracle("", Set.of(), null, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), null);

  boolean holds(PersonCondition c, Oracle facts, Instant now) {
    if (c instanceof PersonCondition.Bucket b) {
      double place = place(b.salt().length() + ":" + b.salt() + key) / 100.0;
      return place >= b.from().doubleValue() && place < b.to().doubleValue();
    }
    if (c instanceof PersonCondition.Anonymous) {
      return List.of("anonymous_id", "device_id").containsAll(namespaces);
    }
    if (c instanceof PersonCondition.HasIdentifier has) {
      return namespaces.contains(has.namespace());
    }
    if (c instanceof PersonCondition.Merged merged) {
      return isRecent(lastMerge, merged.span(), facts, now);
    }
    if (c instanceof PersonCondition.Moved m) {
      boolean entered = m.turn() == PersonCondition.Turn.ENTERED;
      return turns(m.segment()).entrySet().stream()
          .anyMatch(
              turn -> turn.getValue() == entered && isRecent(turn.getKey(), m.span(), facts, now));
    }
    if (c instanceof PersonCondition.WasIn was) {
      return was.at().isBefore(now) && wasIn(was.segment(), was.at());
    }
    if (c instanceof PersonCondition.WasInAgo was) {
      return wasIn(was.segment(), minus(now, was.ago(), facts));
    }
    PersonCondition.Held held = (PersonCondition.Held) c;
    if (computed.containsKey(held.trait())) {
      return computedHeld(held, facts, now);
    }
    TestOracle tests = new TestOracle(facts.traits(), facts.zone());
    if (!tests.passes(held.test(), facts.traits().get(held.trait()), now)) {
      return false;
    }
    // Every value that was shown at the start of the span, or came after it, has to pass.
    Instant start = minus(now, held.span(), facts);
    NavigableMap<Instant, Object> shown = history.getOrDefault(held.trait(), new TreeMap<>());
    Object atStart = shown.floorEntry(start) == null ? null : shown.floorEntry(start).getValue();
    return tests.passes(held.test(), atStart, now)
        && shown.tailMap(start, false).values().stream()
            .allMatch(value -> tests.passes(held.test(), value, now));
  }

  /** Falls with the days since the purchase, and is the larger the farther it looks. */
  double foretold(PredictedCondition.Measure measure, LocalDate asOf, int days) {
    double since = 1.0 + ChronoUnit.DAYS.between(bought, asOf);
    return switch (measure) {
      case PURCHASES -> days / since;
      case VALUE -> 10 * days / since;
      case ALIVE -> 1 / since;
    };
  }

  private NavigableMap<Instant, Boolean> turns(String segment) {
    return turns.getOrDefault(segment, new TreeMap<>());
  }

  private boolean wasIn(String segment, Instant at) {
    boolean in = false;
    for (Map.Entry<Instant, Boolean> turn : turns(segment).entrySet()) {
      in = turn.getKey().isAfter(at) ? in : turn.getValue();
    }
    return in;
  }

  /** Looked at whenever it might have changed. */
  private static boolean computedHeld(PersonCondition.Held held, Oracle facts, Instant now) {
    Instant start = minus(now, held.span(), facts);
    Condition passes = new TraitCondition(held.trait(), held.test());
    return facts.holds(passes, start)
        && facts.holds(passes, now)
        && EvaluatorPropertyTest.critical(passes, facts).subSet(start, now).stream()
            .allMatch(at -> facts.holds(passes, at));
  }

  private static boolean isRecent(Instant at, Span span, Oracle facts, Instant now) {
    return at != null && !at.isAfter(now) && !at.isBefore(minus(now, span, facts));
  }

  private static Instant minus(Instant now, Span span, Oracle facts) {
    return now.atZone(facts.zone()).minus(span.amount(), span.unit().chrono()).toInstant();
  }

  /** The first eight bytes of the hash, the lowest first, as the engine's library reads them. */
  private static int place(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      byte[] number = new byte[8];
      for (int i = 0; i < 8; i++) {
        number[i] = hash[7 - i];
      }
      return new java.math.BigInteger(1, number)
          .mod(java.math.BigInteger.valueOf(10_000))
          .intValue();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}

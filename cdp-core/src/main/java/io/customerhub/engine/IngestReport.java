package io.customerhub.engine;

import io.customerhub.event.ReasonCode;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of many events. Every item read is counted once: as accepted, duplicate or rejected.
 *
 * @param accepted events kept
 * @param duplicates events that were kept before
 * @param rejected items set aside, by reason
 * @param created profiles that were new
 * @param merges profiles that were merged into others
 * @param ambiguous new profiles that resemble known ones and wait in the review list
 * @param unattributed accepted events that named nobody
 * @param identifiersSetAside identifiers of accepted events not used as keys, by reason
 * @param corrected accepted events of which an intake did not take something as it was, by reason:
 *     times replaced by the arrival ({@code TIMESTAMP_RANGE}) or corrected ({@code CLOCK_SKEW})
 */
public record IngestReport(
    long accepted,
    long duplicates,
    Map<ReasonCode, Long> rejected,
    long created,
    long merges,
    long ambiguous,
    long unattributed,
    Map<ReasonCode, Long> identifiersSetAside,
    Map<ReasonCode, Long> corrected) {

  /** Nothing read. */
  public static final IngestReport NONE =
      new IngestReport(0, 0, Map.of(), 0, 0, 0, 0, Map.of(), Map.of());

  /** Copies the maps. */
  public IngestReport {
    rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
    identifiersSetAside = Collections.unmodifiableMap(new TreeMap<>(identifiersSetAside));
    corrected = Collections.unmodifiableMap(new TreeMap<>(corrected));
  }

  /** Returns how many items were read. */
  public long read() {
    return accepted + duplicates + setAside();
  }

  /** Returns how many items were set aside. */
  public long setAside() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the sum of two reports. */
  public IngestReport and(IngestReport other) {
    return new IngestReport(
        accepted + other.accepted,
        duplicates + other.duplicates,
        sum(rejected, other.rejected),
        created + other.created,
        merges + other.merges,
        ambiguous + other.ambiguous,
        unattributed + other.unattributed,
        sum(identifiersSetAside, other.identifiersSetAside),
        sum(corrected, other.corrected));
  }

  static IngestReport of(IngestResult result, Collection<ReasonCode> corrected) {
    if (result instanceof IngestResult.Rejected rejected) {
      return rejected(rejected.code());
    }
    if (result instanceof IngestResult.Duplicate) {
      return new IngestReport(0, 1, Map.of(), 0, 0, 0, 0, Map.of(), Map.of());
    }
    return accepted((IngestResult.Accepted) result, corrected);
  }

  static IngestReport rejected(ReasonCode code) {
    return new IngestReport(0, 0, Map.of(code, 1L), 0, 0, 0, 0, Map.of(), Map.of());
  }

  private static IngestReport accepted(
      IngestResult.Accepted result, Collection<ReasonCode> corrected) {
    Resolution about = result.resolution();
    boolean ambiguous = about instanceof Resolution.Ambiguous;
    return new IngestReport(
        1,
        0,
        Map.of(),
        ambiguous || about instanceof Resolution.Created ? 1 : 0,
        about instanceof Resolution.Merged merged ? merged.merges().size() : 0,
        ambiguous ? 1 : 0,
        about == null ? 1 : 0,
        counts(result.setAside().values()),
        counts(corrected));
  }

  private static Map<ReasonCode, Long> counts(Collection<ReasonCode> codes) {
    Map<ReasonCode, Long> counts = new TreeMap<>();
    codes.forEach(code -> counts.merge(code, 1L, Long::sum));
    return counts;
  }

  private static Map<ReasonCode, Long> sum(Map<ReasonCode, Long> a, Map<ReasonCode, Long> b) {
    Map<ReasonCode, Long> sum = new TreeMap<>(a);
    b.forEach((code, count) -> sum.merge(code, count, Long::sum));
    return sum;
  }
}

package io.customerhub.engine;

import io.customerhub.event.ReasonCode;
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
 */
public record IngestReport(
    long accepted,
    long duplicates,
    Map<ReasonCode, Long> rejected,
    long created,
    long merges,
    long ambiguous,
    long unattributed,
    Map<ReasonCode, Long> identifiersSetAside) {

  /** Nothing read. */
  public static final IngestReport NONE = new IngestReport(0, 0, Map.of(), 0, 0, 0, 0, Map.of());

  /** Copies the maps. */
  public IngestReport {
    rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
    identifiersSetAside = Collections.unmodifiableMap(new TreeMap<>(identifiersSetAside));
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
        sum(identifiersSetAside, other.identifiersSetAside));
  }

  static IngestReport of(IngestResult result) {
    if (result instanceof IngestResult.Rejected rejected) {
      return rejected(rejected.code());
    }
    if (result instanceof IngestResult.Duplicate) {
      return new IngestReport(0, 1, Map.of(), 0, 0, 0, 0, Map.of());
    }
    return accepted((IngestResult.Accepted) result);
  }

  static IngestReport rejected(ReasonCode code) {
    return new IngestReport(0, 0, Map.of(code, 1L), 0, 0, 0, 0, Map.of());
  }

  private static IngestReport accepted(IngestResult.Accepted result) {
    Resolution about = result.resolution();
    Map<ReasonCode, Long> aside = new TreeMap<>();
    result.setAside().values().forEach(code -> aside.merge(code, 1L, Long::sum));
    boolean ambiguous = about instanceof Resolution.Ambiguous;
    return new IngestReport(
        1,
        0,
        Map.of(),
        ambiguous || about instanceof Resolution.Created ? 1 : 0,
        about instanceof Resolution.Merged merged ? merged.merges().size() : 0,
        ambiguous ? 1 : 0,
        about == null ? 1 : 0,
        aside);
  }

  private static Map<ReasonCode, Long> sum(Map<ReasonCode, Long> a, Map<ReasonCode, Long> b) {
    Map<ReasonCode, Long> sum = new TreeMap<>(a);
    b.forEach((code, count) -> sum.merge(code, count, Long::sum));
    return sum;
  }
}

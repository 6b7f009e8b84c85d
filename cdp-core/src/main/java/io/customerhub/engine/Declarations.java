package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.spi.StoredForm;
import io.customerhub.spi.StoredRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The identifiers that people declared to be shared, as they are kept: all in one record about
 * nobody, so that a transaction reads them at once and every version stays. What is kept of an
 * identifier is its fingerprint and its masked form.
 */
final class Declarations {

  /** As many as are read with ease in each transaction; more are a rule of the normaliser. */
  static final int MOST = 1_000;

  private static final KeptSetting KEPT = new KeptSetting("shared_identifier", 1);

  private final Suppressions suppressions;

  Declarations(Suppressions suppressions) {
    this.suppressions = suppressions;
  }

  /** Returns those of some identifiers that are declared to be shared. */
  Set<Identifier> among(Unit unit, Collection<Identifier> identifiers) {
    Map<String, String> declared = declared(unit);
    if (declared.isEmpty()) {
      return Set.of();
    }
    Fingerprints hash = suppressions.fingerprintsOrNew(unit);
    return identifiers.stream()
        .filter(identifier -> declared.containsKey(hash.of(identifier)))
        .collect(Collectors.toSet());
  }

  /** Returns all, sorted by their masked form. */
  List<SharedIdentifier> all(Unit unit) {
    return declared(unit).values().stream().map(Declarations::read).sorted().toList();
  }

  /**
   * Declares an identifier to be shared, or not any more.
   *
   * @return false if that is so already
   */
  boolean set(Unit unit, Identifier identifier, boolean shared, String actor, String reason) {
    Optional<StoredRecord> last = KEPT.find(unit);
    Map<String, String> all = new TreeMap<>(last.map(Declarations::texts).orElse(Map.of()));
    String key = suppressions.fingerprintsOrNew(unit).of(identifier);
    if (all.containsKey(key) == shared) {
      return false;
    }
    if (all.size() >= MOST && shared) {
      throw new IdentityDecisionException("more than " + MOST + " identifiers declared shared");
    }
    if (shared) {
      all.put(key, text(new SharedIdentifier(identifier.toString(), actor, reason, unit.now())));
    } else {
      all.remove(key);
    }
    write(unit, last, all, actor, (shared ? "share " : "take back ") + identifier);
    return true;
  }

  private static Map<String, String> declared(Unit unit) {
    return unit.declared(() -> KEPT.find(unit).map(Declarations::texts).orElse(Map.of()));
  }

  private static Map<String, String> texts(StoredRecord record) {
    return StoredForm.texts(record.body());
  }

  private static void write(
      Unit unit,
      Optional<StoredRecord> last,
      Map<String, String> all,
      String actor,
      String change) {
    KEPT.write(unit, last, StoredForm.texts(all), actor, change);
    unit.forgetDeclared();
  }

  private static String text(SharedIdentifier one) {
    return StoredForm.texts(
        Map.of(
            "identifier", one.masked(),
            "actor", one.actor(),
            "reason", one.reason(),
            "at", one.at().toString()));
  }

  private static SharedIdentifier read(String text) {
    Map<String, String> texts = StoredForm.texts(text);
    return new SharedIdentifier(
        texts.getOrDefault("identifier", ""),
        texts.getOrDefault("actor", ""),
        texts.getOrDefault("reason", ""),
        Instant.parse(texts.getOrDefault("at", "")));
  }
}

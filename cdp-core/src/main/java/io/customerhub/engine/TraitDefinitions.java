package io.customerhub.engine;

import io.customerhub.segment.Calculation;
import io.customerhub.segment.SegmentJson;
import io.customerhub.spi.StoredForm;
import io.customerhub.spi.StoredRecord;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How traits are computed, as it is kept: all definitions in one record about nobody. So a
 * transaction reads them at once, two that define at the same time cannot make a circle between
 * them, and every version stays.
 */
final class TraitDefinitions {

  private static final KeptSetting KEPT = new KeptSetting("computed_trait", 1);

  private TraitDefinitions() {}

  /** Returns the definitions as they are stored; empty if there are none. */
  static Optional<String> stored(Unit unit) {
    return KEPT.body(unit);
  }

  static Map<String, Calculation> read(String stored) {
    Map<String, Calculation> all = new TreeMap<>();
    StoredForm.texts(stored)
        .forEach((name, how) -> all.put(name, SegmentJson.readCalculation(how)));
    return all;
  }

  static Optional<StoredRecord> find(Unit unit) {
    return KEPT.find(unit);
  }

  static Map<String, Calculation> read(StoredRecord record) {
    return read(record.body());
  }

  /**
   * Writes definitions.
   *
   * @param last the version that they were made of
   */
  static void write(
      Unit unit, Optional<StoredRecord> last, Map<String, Calculation> all, String change) {
    Map<String, String> texts = new TreeMap<>();
    all.forEach((name, how) -> texts.put(name, SegmentJson.write(how)));
    KEPT.write(unit, last, StoredForm.texts(texts), KeptSetting.HUB, change);
    unit.forgetSegments();
  }
}

package io.customerhub.engine;

import io.customerhub.segment.Calculation;
import io.customerhub.segment.SegmentJson;
import io.customerhub.spi.StoredForm;
import io.customerhub.spi.StoredRecord;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How traits are computed, as it is kept: all definitions in one record about nobody. So a
 * transaction reads them at once, two that define at the same time cannot make a circle between
 * them, and every version stays.
 */
final class TraitDefinitions {

  private static final String KIND = "computed_trait";

  private static final UUID ID = new UUID(0, 1);

  private TraitDefinitions() {}

  /** Returns the definitions as they are stored; empty if there are none. */
  static Optional<String> stored(Unit unit) {
    return unit.tx().records().find(KIND, ID).map(StoredRecord::body);
  }

  static Map<String, Calculation> read(String stored) {
    Map<String, Calculation> all = new TreeMap<>();
    StoredForm.texts(stored)
        .forEach((name, how) -> all.put(name, SegmentJson.readCalculation(how)));
    return all;
  }

  static void write(Unit unit, Map<String, Calculation> all, String change) {
    Map<String, String> texts = new TreeMap<>();
    all.forEach((name, how) -> texts.put(name, SegmentJson.write(how)));
    Optional<StoredRecord> last = unit.tx().records().find(KIND, ID);
    StoredRecord record =
        new StoredRecord(
            KIND,
            ID,
            new TreeSet<>(),
            unit.now(),
            last.map(StoredRecord::version).orElse(0L),
            "hub",
            change,
            unit.now(),
            Map.of(),
            StoredForm.texts(texts));
    if (last.isPresent()) {
      unit.tx().records().save(record);
    } else {
      unit.tx().records().insert(record);
    }
    unit.forgetSegments();
  }
}

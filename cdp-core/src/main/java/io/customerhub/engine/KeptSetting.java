package io.customerhub.engine;

import io.customerhub.spi.ConflictException;
import io.customerhub.spi.StaleWriteException;
import io.customerhub.spi.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Something that a hub knows of itself, such as a model: a record about nobody, of which each
 * change writes a version. Whoever changes it at the same time as others goes after them.
 *
 * @param kind of the record
 * @param id of the record
 */
record KeptSetting(String kind, UUID id) {

  /** Who changes what no person is asked for. */
  static final String HUB = "hub";

  KeptSetting(String kind, int number) {
    this(kind, new UUID(0, number));
  }

  Optional<StoredRecord> find(Unit unit) {
    return unit.tx().records().find(kind, id);
  }

  Optional<String> body(Unit unit) {
    return find(unit).map(StoredRecord::body);
  }

  /** Returns all versions, the oldest first. */
  List<StoredRecord> history(Unit unit) {
    return unit.tx().records().history(kind, id);
  }

  /** Writes it whatever it is now. */
  StoredRecord write(Unit unit, String body, String actor, String change) {
    return write(unit, find(unit), body, actor, change);
  }

  /**
   * Writes what was made of the version before.
   *
   * @param last that version; if it is not the last one any more, the unit is run again
   */
  StoredRecord write(
      Unit unit, Optional<StoredRecord> last, String body, String actor, String change) {
    StoredRecord record =
        new StoredRecord(
            kind,
            id,
            new TreeSet<>(),
            unit.now(),
            last.map(StoredRecord::version).orElse(0L),
            actor,
            change,
            unit.now(),
            Map.of(),
            body);
    if (last.isPresent()) {
      return save(unit, record);
    }
    unit.tx().records().insert(record);
    return record;
  }

  private static StoredRecord save(Unit unit, StoredRecord record) {
    try {
      return unit.tx().records().save(record);
    } catch (StaleWriteException e) {
      throw new ConflictException("a " + record.kind() + " was changed meanwhile", e);
    }
  }
}

package io.customerhub.engine;

import io.customerhub.spi.ConflictException;
import io.customerhub.spi.SegmentDefinition;
import io.customerhub.spi.StaleWriteException;
import io.customerhub.spi.StoredForm;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What every transaction has to know first of what is defined, as it is kept in one row among the
 * definitions of segments, under a name that no segment can have: which computed traits are
 * watched, and a stamp that is another one after each change of a segment. So thousands of
 * definitions are read only after a change.
 *
 * @param names the watched traits
 * @param stamp of the last change; empty if there was none since stamps are kept
 */
record DefinitionsRow(Set<String> names, String stamp) {

  /** No trait has such a name. */
  private static final String STAMP = "";

  static DefinitionsRow of(Unit unit) {
    Optional<SegmentDefinition> row = row(unit);
    Map<String, String> texts = texts(row);
    String id = texts.remove(STAMP);
    String stamp = id == null ? "" : row.orElseThrow().version() + " " + id;
    return new DefinitionsRow(Set.copyOf(texts.keySet()), stamp);
  }

  /** Returns whether a definition is one of a segment. */
  static boolean isSegment(SegmentDefinition definition) {
    return !definition.name().equals(TraitWatch.ROW);
  }

  /** Writes which traits are watched. */
  static void write(Unit unit, Set<String> names) {
    write(unit, names, row(unit));
  }

  /** Notes that the definition of a segment changed. */
  static void changed(Unit unit) {
    Optional<SegmentDefinition> row = row(unit);
    Set<String> names = new TreeSet<>(texts(row).keySet());
    names.remove(STAMP);
    write(unit, names, row);
  }

  /**
   * The stamp has a new id: the version alone could be given twice, where a transaction that wrote
   * it was rolled back.
   */
  private static void write(Unit unit, Set<String> names, Optional<SegmentDefinition> last) {
    Map<String, String> texts = new TreeMap<>();
    names.forEach(name -> texts.put(name, ""));
    texts.put(STAMP, unit.nextId().toString());
    String stored = StoredForm.texts(texts);
    long version = last.map(SegmentDefinition::version).orElse(0L);
    SegmentDefinition now = new SegmentDefinition(TraitWatch.ROW, stored, unit.now(), version);
    if (last.isPresent()) {
      save(unit, now);
    } else {
      unit.tx().segments().insert(now);
    }
    unit.forgetSegments();
  }

  /** That somebody else defined something meanwhile is no mistake of the caller. */
  private static void save(Unit unit, SegmentDefinition row) {
    try {
      unit.tx().segments().save(row);
    } catch (StaleWriteException e) {
      throw new ConflictException("the definitions were changed meanwhile", e);
    }
  }

  private static Optional<SegmentDefinition> row(Unit unit) {
    return unit.tx().segments().find(TraitWatch.ROW);
  }

  private static Map<String, String> texts(Optional<SegmentDefinition> row) {
    return new TreeMap<>(row.map(one -> StoredForm.texts(one.condition())).orElse(Map.of()));
  }
}

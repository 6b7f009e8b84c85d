package io.customerhub.engine;

import io.customerhub.spi.SegmentDefinition;
import io.customerhub.spi.StoredForm;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which computed traits are watched, as it is kept: among the definitions of segments, which every
 * transaction reads anyway, under a name that no segment can have.
 */
final class WatchedTraits {

  private WatchedTraits() {}

  static Set<String> of(Collection<SegmentDefinition> definitions) {
    return definitions.stream()
        .filter(one -> !isSegment(one))
        .findFirst()
        .map(one -> StoredForm.texts(one.condition()).keySet())
        .orElse(Set.of());
  }

  /** Returns whether a definition is one of a segment. */
  static boolean isSegment(SegmentDefinition definition) {
    return !definition.name().equals(TraitWatch.ROW);
  }

  static void write(Unit unit, Set<String> names) {
    Map<String, String> texts = new TreeMap<>();
    names.forEach(name -> texts.put(name, ""));
    String stored = StoredForm.texts(texts);
    Optional<SegmentDefinition> last = unit.tx().segments().find(TraitWatch.ROW);
    long version = last.map(SegmentDefinition::version).orElse(0L);
    SegmentDefinition now = new SegmentDefinition(TraitWatch.ROW, stored, unit.now(), version);
    if (last.isPresent()) {
      unit.tx().segments().save(now);
    } else {
      unit.tx().segments().insert(now);
    }
    unit.forgetSegments();
  }
}

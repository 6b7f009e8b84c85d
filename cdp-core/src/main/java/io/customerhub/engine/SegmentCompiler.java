package io.customerhub.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.customerhub.segment.Calculation;
import io.customerhub.segment.CompiledCondition;
import io.customerhub.segment.Dependencies;
import io.customerhub.segment.SegmentJson;
import io.customerhub.spi.SegmentDefinition;
import io.customerhub.value.PredictionModel;
import io.customerhub.value.RfmModel;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns stored definitions into conditions. Keeps the last ones: they are read again only after a
 * change, and of that only what changed is parsed. Thread-safe.
 */
final class SegmentCompiler {

  private final ZoneId zone;

  private volatile Compiled last = new Compiled(Basis.NONE, SegmentSet.NONE);

  private final Cache<String, Map<String, Calculation>> calculations =
      Caffeine.newBuilder().maximumSize(10).build();

  SegmentCompiler(ZoneId zone) {
    this.zone = zone;
  }

  /** Returns how traits are computed, by name. */
  Map<String, Calculation> computed(String stored) {
    return calculations.get(stored, TraitDefinitions::read);
  }

  /** Returns the segments as a unit sees them. */
  SegmentSet compile(Unit unit) {
    String stamp = unit.definitions().stamp();
    Compiled known = last;
    if (!stamp.isEmpty()
        && known.basis().stamp().equals(stamp)
        && known.basis().equals(Basis.of(unit, known.segments()))) {
      return known.segments();
    }
    SegmentSet segments = compile(unit, known);
    last = new Compiled(Basis.of(unit, segments), segments);
    return segments;
  }

  private SegmentSet compile(Unit unit, Compiled known) {
    Map<String, CompiledSegment> byName = new TreeMap<>();
    for (SegmentDefinition definition : unit.tx().segments().all()) {
      if (DefinitionsRow.isSegment(definition)) {
        byName.put(definition.name(), compile(unit, definition, known));
      }
    }
    Map<String, CompiledSegment> ordered = new LinkedHashMap<>();
    byName.keySet().forEach(name -> visit(name, byName, ordered));
    return new SegmentSet(new ArrayList<>(ordered.values()));
  }

  private CompiledSegment compile(Unit unit, SegmentDefinition definition, Compiled known) {
    Optional<CompiledSegment> before =
        known
            .segments()
            .find(definition.name())
            .filter(same -> same.definition().condition().equals(definition.condition()));
    CompiledCondition condition =
        before
            .map(CompiledSegment::compiled)
            .orElseGet(() -> CompiledCondition.of(SegmentJson.read(definition.condition()), zone));
    boolean computesTheSame =
        known.basis().computed().equals(unit.definitions().computedAsStored());
    Dependencies dependencies =
        before
            .map(CompiledSegment::dependencies)
            .filter(mentioned -> computesTheSame && !mentioned.scores())
            .orElseGet(() -> dependencies(condition, unit));
    return new CompiledSegment(definition, condition, dependencies);
  }

  /** What a computed trait or a score follows from is mentioned by whoever names it. */
  private Dependencies dependencies(CompiledCondition condition, Unit unit) {
    Dependencies all = Dependencies.of(condition.condition());
    if (all.scores()) {
      for (String event : scoredEvents(unit)) {
        all = all.andEvent(event);
      }
    }
    Deque<String> traits = new ArrayDeque<>(all.traits());
    Set<String> seen = new HashSet<>(all.traits());
    while (!traits.isEmpty()) {
      Calculation how = unit.definitions().computed(this).get(traits.pop());
      if (how != null) {
        Dependencies more = Dependencies.of(how);
        more.traits().stream().filter(seen::add).forEach(traits::push);
        all = all.and(more);
      }
    }
    return all;
  }

  private static List<String> scoredEvents(Unit unit) {
    List<String> events = new ArrayList<>();
    unit.definitions().rfm().map(RfmModel::event).ifPresent(events::add);
    unit.definitions().predictions().map(PredictionModel::event).ifPresent(events::add);
    return events;
  }

  /** Definitions are checked for cycles before they are stored, so this ends. */
  private static void visit(
      String name, Map<String, CompiledSegment> byName, Map<String, CompiledSegment> ordered) {
    CompiledSegment segment = byName.get(name);
    if (segment != null && !ordered.containsKey(name)) {
      segment.dependencies().segments().forEach(needed -> visit(needed, byName, ordered));
      ordered.put(name, segment);
    }
  }

  private record Compiled(Basis basis, SegmentSet segments) {}

  /**
   * What segments were compiled of.
   *
   * @param stamp of the definitions
   * @param computed how traits are computed, as it is stored
   * @param scored the events that scores follow from, if any segment asks for scores
   */
  private record Basis(String stamp, Optional<String> computed, List<String> scored) {

    static final Basis NONE = new Basis("", Optional.empty(), List.of());

    static Basis of(Unit unit, SegmentSet segments) {
      return new Basis(
          unit.definitions().stamp(),
          unit.definitions().computedAsStored(),
          segments.mentionsScores() ? scoredEvents(unit) : List.of());
    }
  }
}

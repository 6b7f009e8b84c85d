package io.customerhub.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.customerhub.segment.Calculation;
import io.customerhub.segment.Condition;
import io.customerhub.segment.Dependencies;
import io.customerhub.segment.SegmentJson;
import io.customerhub.spi.SegmentDefinition;
import io.customerhub.value.PredictionModel;
import io.customerhub.value.RfmModel;
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
 * Turns stored definitions into conditions, each condition parsed once per process. Thread-safe.
 */
final class SegmentCompiler {

  private final Cache<String, Condition> parsed = Caffeine.newBuilder().maximumSize(10_000).build();

  private final Cache<String, Map<String, Calculation>> calculations =
      Caffeine.newBuilder().maximumSize(10).build();

  /** Returns how traits are computed, by name. */
  Map<String, Calculation> computed(String stored) {
    return calculations.get(stored, TraitDefinitions::read);
  }

  /**
   * Returns the segments, each after those that its condition names.
   *
   * @param unit asked for what traits are computed of, and scores, only if a segment names one
   */
  List<CompiledSegment> compile(List<SegmentDefinition> definitions, Unit unit) {
    Map<String, CompiledSegment> byName = new TreeMap<>();
    for (SegmentDefinition definition : definitions) {
      Condition condition = parsed.get(definition.condition(), SegmentJson::read);
      byName.put(
          definition.name(),
          new CompiledSegment(definition, condition, dependencies(condition, unit)));
    }
    Map<String, CompiledSegment> ordered = new LinkedHashMap<>();
    byName.keySet().forEach(name -> visit(name, byName, ordered));
    return new ArrayList<>(ordered.values());
  }

  /** What a computed trait or a score follows from is mentioned by whoever names it. */
  private Dependencies dependencies(Condition condition, Unit unit) {
    Dependencies all = Dependencies.of(condition);
    Optional<RfmModel> model = all.scores() ? unit.definitions().rfm() : Optional.empty();
    if (model.isPresent()) {
      all = all.andEvent(model.get().event());
    }
    Optional<PredictionModel> foretold =
        all.scores() ? unit.definitions().predictions() : Optional.empty();
    if (foretold.isPresent()) {
      all = all.andEvent(foretold.get().event());
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

  /** Definitions are checked for cycles before they are stored, so this ends. */
  private static void visit(
      String name, Map<String, CompiledSegment> byName, Map<String, CompiledSegment> ordered) {
    CompiledSegment segment = byName.get(name);
    if (segment != null && !ordered.containsKey(name)) {
      segment.dependencies().segments().forEach(needed -> visit(needed, byName, ordered));
      ordered.put(name, segment);
    }
  }
}

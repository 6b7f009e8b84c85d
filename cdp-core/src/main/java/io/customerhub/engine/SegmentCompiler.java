package io.customerhub.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.customerhub.segment.Condition;
import io.customerhub.segment.Dependencies;
import io.customerhub.segment.SegmentJson;
import io.customerhub.spi.SegmentDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns stored definitions into conditions, each condition parsed once per process. Thread-safe.
 */
final class SegmentCompiler {

  private final Cache<String, Condition> parsed = Caffeine.newBuilder().maximumSize(10_000).build();

  /** Returns the segments, each after those that its condition names. */
  List<CompiledSegment> compile(List<SegmentDefinition> definitions) {
    Map<String, CompiledSegment> byName = new TreeMap<>();
    for (SegmentDefinition definition : definitions) {
      Condition condition = parsed.get(definition.condition(), SegmentJson::read);
      byName.put(
          definition.name(),
          new CompiledSegment(definition, condition, Dependencies.of(condition)));
    }
    Map<String, CompiledSegment> ordered = new LinkedHashMap<>();
    byName.keySet().forEach(name -> visit(name, byName, ordered));
    return new ArrayList<>(ordered.values());
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

package io.customerhub.engine;

import io.customerhub.segment.Condition;
import io.customerhub.segment.Dependencies;
import io.customerhub.spi.SegmentDefinition;

/**
 * A segment ready to be evaluated.
 *
 * @param definition as stored
 * @param condition the parsed condition
 * @param dependencies what it mentions
 */
record CompiledSegment(
    SegmentDefinition definition, Condition condition, Dependencies dependencies) {

  boolean mentionsRecords(String kind) {
    return dependencies.records().contains(kind);
  }

  String name() {
    return definition.name();
  }
}

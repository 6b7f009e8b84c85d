package io.customerhub.engine;

import io.customerhub.segment.CompiledCondition;
import io.customerhub.segment.Condition;
import io.customerhub.segment.Dependencies;
import io.customerhub.spi.SegmentDefinition;

/**
 * A segment ready to be evaluated.
 *
 * @param definition as stored
 * @param compiled the condition, prepared
 * @param dependencies what it mentions, and what that follows from
 */
record CompiledSegment(
    SegmentDefinition definition, CompiledCondition compiled, Dependencies dependencies) {

  Condition condition() {
    return compiled.condition();
  }

  String name() {
    return definition.name();
  }
}

package io.customerhub.engine;

import io.customerhub.segment.CompiledCondition;
import io.customerhub.segment.Condition;
import io.customerhub.segment.Evaluation;
import io.customerhub.segment.Evaluator;
import io.customerhub.spi.Membership;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** Judges one person by any condition, at one instant, without storing anything. */
record Trial(StoreFacts facts, Map<String, Membership> rows, Instant at, ZoneId zone) {

  Evaluation evaluate(Condition condition) {
    return Evaluator.evaluate(condition, facts, at, zone);
  }

  boolean holds(CompiledCondition condition) {
    return condition.holds(facts, at);
  }

  /** Returns whether the person is in a segment; what time may have changed is judged anew. */
  boolean isInside(CompiledSegment segment) {
    Membership row = rows.get(segment.name());
    if (row != null && row.due().filter(due -> !due.isAfter(at)).isPresent()) {
      return holds(segment.compiled());
    }
    return row != null && row.inside();
  }
}

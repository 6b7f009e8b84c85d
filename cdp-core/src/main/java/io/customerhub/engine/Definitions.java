package io.customerhub.engine;

import io.customerhub.segment.Calculation;
import io.customerhub.spi.SegmentDefinition;
import io.customerhub.value.PredictionModel;
import io.customerhub.value.RfmModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is defined about everybody, as one unit sees it; each is read once, when asked for. */
final class Definitions {

  private final Unit unit;
  private @Nullable List<SegmentDefinition> stored;
  private @Nullable List<CompiledSegment> segments;
  private @Nullable Map<String, Calculation> computed;
  private Optional<RfmModel> rfm = Optional.empty();
  private boolean rfmRead;
  private Optional<PredictionModel> predictions = Optional.empty();
  private boolean predictionsRead;

  Definitions(Unit unit) {
    this.unit = unit;
  }

  /** Returns the segments in an order in which each can be evaluated. */
  List<CompiledSegment> segments(SegmentCompiler compiler) {
    if (segments == null) {
      segments =
          compiler.compile(stored().stream().filter(WatchedTraits::isSegment).toList(), unit);
    }
    return segments;
  }

  /** Returns how traits are computed. */
  Map<String, Calculation> computed(SegmentCompiler compiler) {
    if (computed == null) {
      computed = TraitDefinitions.stored(unit).map(compiler::computed).orElse(Map.of());
    }
    return computed;
  }

  /** Returns the computed traits whose changes are told. */
  Set<String> watched() {
    return WatchedTraits.of(stored());
  }

  /** Returns how people are scored. */
  Optional<RfmModel> rfm() {
    if (!rfmRead) {
      rfm = RfmRecord.find(unit);
      rfmRead = true;
    }
    return rfm;
  }

  /** Returns by what purchases are foretold. */
  Optional<PredictionModel> predictions() {
    if (!predictionsRead) {
      predictions = PredictionRecord.find(unit);
      predictionsRead = true;
    }
    return predictions;
  }

  private List<SegmentDefinition> stored() {
    if (stored == null) {
      stored = unit.tx().segments().all();
    }
    return stored;
  }
}

package io.customerhub.engine;

import io.customerhub.segment.Calculation;
import io.customerhub.value.PredictionModel;
import io.customerhub.value.RfmModel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is defined about everybody, as one unit sees it; each is read once, when asked for. */
final class Definitions {

  private final Unit unit;
  private @Nullable DefinitionsRow row;
  private @Nullable SegmentSet segments;
  private Optional<String> stored = Optional.empty();
  private boolean storedRead;
  private @Nullable Map<String, Calculation> computed;
  private Optional<RfmModel> rfm = Optional.empty();
  private boolean rfmRead;
  private Optional<PredictionModel> predictions = Optional.empty();
  private boolean predictionsRead;

  Definitions(Unit unit) {
    this.unit = unit;
  }

  /** Returns the segments in an order in which each can be evaluated. */
  SegmentSet segments(SegmentCompiler compiler) {
    if (segments == null) {
      segments = compiler.compile(unit);
    }
    return segments;
  }

  /** Returns what is another one after each change of a segment; empty if none is kept. */
  String stamp() {
    return row().stamp();
  }

  /** Returns how traits are computed. */
  Map<String, Calculation> computed(SegmentCompiler compiler) {
    if (computed == null) {
      computed = computedAsStored().map(compiler::computed).orElse(Map.of());
    }
    return computed;
  }

  /** Returns how traits are computed, as it is stored; empty if none is. */
  Optional<String> computedAsStored() {
    if (!storedRead) {
      stored = TraitDefinitions.stored(unit);
      storedRead = true;
    }
    return stored;
  }

  /** Returns the computed traits whose changes are told. */
  Set<String> watched() {
    return row().names();
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

  private DefinitionsRow row() {
    if (row == null) {
      row = DefinitionsRow.of(unit);
    }
    return row;
  }
}

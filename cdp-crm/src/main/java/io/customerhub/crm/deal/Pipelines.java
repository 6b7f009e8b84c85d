package io.customerhub.crm.deal;

import io.customerhub.crm.InvalidRecordException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pipelines that deals can be in, each in one or more revisions. Immutable.
 *
 * <p>New deals get the highest revision. A deal stays in the one it was opened in as long as that
 * is among these; with its next change after that, it goes to the highest.
 */
public final class Pipelines {

  private final Map<PipelineRef, Pipeline> byRef =
      new TreeMap<>(Comparator.comparing(PipelineRef::key).thenComparing(PipelineRef::revision));
  private final String first;

  private Pipelines(List<Pipeline> pipelines) {
    this.first = pipelines.get(0).key();
    pipelines.forEach(this::add);
  }

  /**
   * Returns the pipelines; {@link Pipeline#sales()} alone if there are none.
   *
   * @throws InvalidRecordException if two have the same key and revision
   */
  public static Pipelines of(Collection<Pipeline> pipelines) {
    return new Pipelines(pipelines.isEmpty() ? List.of(Pipeline.sales()) : List.copyOf(pipelines));
  }

  /**
   * Returns the highest revision of the pipeline that was named first: the one to use unless told.
   */
  public Pipeline standard() {
    return latest(first);
  }

  /**
   * Returns the highest revision of a pipeline.
   *
   * @throws InvalidRecordException if there is none of this key; names those there are
   */
  public Pipeline latest(String key) {
    return byRef.values().stream()
        .filter(pipeline -> pipeline.key().equals(key))
        .reduce((lower, higher) -> higher)
        .orElseThrow(() -> unknown());
  }

  /** Returns all, sorted by key and revision. */
  public List<Pipeline> all() {
    return List.copyOf(byRef.values());
  }

  /** The definition to judge a change of a deal by. */
  Pipeline current(Deal deal) {
    Pipeline own = byRef.get(deal.pipeline());
    if (own != null) {
      return own;
    }
    Pipeline latest = latest(deal.pipeline().key());
    latest.stage(deal.stage());
    return latest;
  }

  private void add(Pipeline pipeline) {
    if (byRef.put(pipeline.ref(), pipeline) != null) {
      throw new InvalidRecordException("pipeline", pipeline.ref() + " is defined twice");
    }
  }

  private InvalidRecordException unknown() {
    List<String> keys = byRef.keySet().stream().map(PipelineRef::key).distinct().toList();
    return new InvalidRecordException(
        "pipeline", "is not defined; there are " + String.join(", ", keys));
  }
}

package io.customerhub.crm.deal;

import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.InvalidRecordException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Collects the parts of a {@link Pipeline}. Not thread-safe. */
public final class PipelineBuilder {

  private final String key;
  private final List<Stage> stages = new ArrayList<>();
  private final Set<String> lostReasons = new LinkedHashSet<>();
  private int revision = 1;
  private Backward backward = Backward.ALLOW;

  PipelineBuilder(String key) {
    this.key = key;
  }

  /**
   * Adds an open stage after those there are.
   *
   * @param stage the stage's key
   * @param probability how likely a deal here is to be won, 0 to 1
   */
  public PipelineBuilder stage(String stage, double probability) {
    stages.add(new Stage(stage, StageType.OPEN, probability));
    return this;
  }

  /** Adds the stage of won deals. */
  public PipelineBuilder won(String stage) {
    stages.add(new Stage(stage, StageType.WON, 1));
    return this;
  }

  /**
   * Adds a stage of lost deals.
   *
   * @param stage the stage's key
   * @param reasons why deals are lost; {@value Pipeline#OTHER} asks for a note
   */
  public PipelineBuilder lost(String stage, String... reasons) {
    stages.add(new Stage(stage, StageType.LOST, 0));
    for (String reason : reasons) {
      lostReasons.add(Checks.text("lost reason", reason, CrmLimits.TITLE));
    }
    return this;
  }

  /** Sets whether deals may move to an earlier stage. */
  public PipelineBuilder backward(Backward policy) {
    this.backward = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /** Sets which definition of this pipeline it is; to be raised with each change. */
  public PipelineBuilder revision(int number) {
    this.revision = number;
    return this;
  }

  /**
   * Returns the pipeline.
   *
   * @throws InvalidRecordException if it has no open stage, not exactly one won stage, no lost
   *     stage, no reason for a loss, or a key twice
   */
  public Pipeline build() {
    return new Pipeline(new PipelineRef(key, revision), stages, lostReasons, backward);
  }
}

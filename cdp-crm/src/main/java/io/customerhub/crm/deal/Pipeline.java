package io.customerhub.crm.deal;

import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.InvalidRecordException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The stages that deals pass through, and the rules of passing. Immutable.
 *
 * <pre>{@code
 * Pipeline sales = Pipeline.named("sales")
 *     .stage("qualify", 0.10)
 *     .stage("proposal", 0.50)
 *     .won("won")
 *     .lost("lost", "price", "timing", "competitor", "other")
 *     .backward(Backward.WITH_NOTE)
 *     .build();
 * }</pre>
 *
 * @param ref key and revision
 * @param stages in order; at least one open, exactly one won, at least one lost
 * @param lostReasons the reasons for which a deal can be lost; at least one
 * @param backward whether deals may move to an earlier stage
 */
public record Pipeline(
    PipelineRef ref, List<Stage> stages, Set<String> lostReasons, Backward backward) {

  /** The reason for a loss that needs a note to say what it was. */
  public static final String OTHER = "other";

  /**
   * Checks and copies the parts.
   *
   * @throws InvalidRecordException if the stages or reasons are not as described
   */
  public Pipeline {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(backward, "backward");
    stages = List.copyOf(stages);
    lostReasons = Collections.unmodifiableSet(new LinkedHashSet<>(lostReasons));
    Checks.size("stages", stages.size(), CrmLimits.STAGES);
    Checks.size("lost reasons", lostReasons.size(), CrmLimits.REASONS);
    lostReasons.forEach(reason -> Checks.text("lost reason", reason, CrmLimits.TITLE));
    requireShape(stages, lostReasons);
  }

  /**
   * Starts a definition: revision 1, moving backward allowed.
   *
   * @throws InvalidRecordException if the key has other characters than lower-case letters, digits,
   *     dots, hyphens and underscores
   */
  public static PipelineBuilder named(String key) {
    return new PipelineBuilder(Checks.key("pipeline", key));
  }

  /**
   * Returns the pipeline used when none is defined: {@code qualify} (0.1), {@code proposal} (0.5),
   * {@code negotiate} (0.8), {@code won}, {@code lost}; lost for price, timing, competitor or
   * other.
   */
  public static Pipeline sales() {
    return named("sales")
        .stage("qualify", 0.10)
        .stage("proposal", 0.50)
        .stage("negotiate", 0.80)
        .won("won")
        .lost("lost", "price", "timing", "competitor", OTHER)
        .build();
  }

  /** Returns the key. */
  public String key() {
    return ref.key();
  }

  /** Returns the open stages in order. */
  public List<Stage> openStages() {
    return stages.stream().filter(Stage::isOpen).toList();
  }

  /** Returns a stage by its key. */
  public Optional<Stage> find(String stage) {
    return stages.stream().filter(s -> s.key().equals(stage)).findFirst();
  }

  /**
   * Returns a stage by its key.
   *
   * @throws InvalidRecordException if there is none; names those there are
   */
  public Stage stage(String stage) {
    return find(Checks.key("stage", stage))
        .orElseThrow(
            () ->
                new InvalidRecordException(
                    "stage", "is none of pipeline " + ref + ", which has " + keys(stages)));
  }

  /** Returns the stage of won deals. */
  public Stage won() {
    return first(StageType.WON);
  }

  /** Returns the stage of lost and abandoned deals: the first, if there are more. */
  public Stage lost() {
    return first(StageType.LOST);
  }

  boolean isBackward(Stage from, Stage to) {
    return stages.indexOf(to) < stages.indexOf(from);
  }

  static String keys(List<Stage> stages) {
    return stages.stream().map(Stage::key).collect(Collectors.joining(", "));
  }

  private Stage first(StageType type) {
    return stages.stream().filter(s -> s.type() == type).findFirst().orElseThrow();
  }

  private static void requireShape(List<Stage> stages, Set<String> lostReasons) {
    require(count(stages, StageType.OPEN) >= 1, "stages", "need at least one open stage");
    require(count(stages, StageType.WON) == 1, "stages", "need exactly one won stage");
    require(count(stages, StageType.LOST) >= 1, "stages", "need at least one lost stage");
    require(!lostReasons.isEmpty(), "lost reasons", "need at least one");
    long distinct = stages.stream().map(Stage::key).distinct().count();
    require(distinct == stages.size(), "stages", "need different keys, got " + keys(stages));
  }

  private static long count(List<Stage> stages, StageType type) {
    return stages.stream().filter(s -> s.type() == type).count();
  }

  private static void require(boolean holds, String field, String message) {
    if (!holds) {
      throw new InvalidRecordException(field, message);
    }
  }
}

package io.customerhub.crm.deal;

import io.customerhub.crm.Checks;
import io.customerhub.crm.UserRef;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which deals to list; what is not set does not narrow. Immutable. */
public final class DealFilter {

  private static final DealFilter ALL = new DealFilter(null, null, null, null);

  private final @Nullable String pipeline;
  private final @Nullable String stage;
  private final @Nullable DealStatus status;
  private final @Nullable UserRef owner;

  private DealFilter(
      @Nullable String pipeline,
      @Nullable String stage,
      @Nullable DealStatus status,
      @Nullable UserRef owner) {
    this.pipeline = pipeline;
    this.stage = stage;
    this.status = status;
    this.owner = owner;
  }

  /** Returns the filter that every deal passes. */
  public static DealFilter all() {
    return ALL;
  }

  /** Narrows to the deals in a pipeline, of whichever revision. */
  public DealFilter in(String pipelineKey) {
    return new DealFilter(Checks.key("pipeline", pipelineKey), stage, status, owner);
  }

  /** Narrows to the deals in a stage. */
  public DealFilter at(String stageKey) {
    return new DealFilter(pipeline, Checks.key("stage", stageKey), status, owner);
  }

  /** Narrows to the deals with a status. */
  public DealFilter status(DealStatus wanted) {
    return new DealFilter(pipeline, stage, Objects.requireNonNull(wanted, "status"), owner);
  }

  /** Narrows to open deals. */
  public DealFilter open() {
    return status(DealStatus.OPEN);
  }

  /** Narrows to won deals. */
  public DealFilter won() {
    return status(DealStatus.WON);
  }

  /** Narrows to lost deals; abandoned ones are not among them. */
  public DealFilter lost() {
    return status(DealStatus.LOST);
  }

  /** Narrows to a user's deals. */
  public DealFilter ownedBy(UserRef user) {
    return new DealFilter(pipeline, stage, status, Objects.requireNonNull(user, "user"));
  }

  /** Returns whether a deal passes. */
  public boolean matches(Deal deal) {
    return (pipeline == null || deal.pipeline().key().equals(pipeline))
        && (stage == null || deal.stage().equals(stage))
        && (status == null || deal.status() == status)
        && (owner == null || deal.owner().filter(owner::equals).isPresent());
  }

  /** The key that leaves the fewest deals to read. */
  Map.@Nullable Entry<String, String> lookup() {
    if (owner != null) {
      return Map.entry(DealRecords.OWNER, owner.id());
    }
    if (stage != null) {
      return Map.entry(DealRecords.STAGE, stage);
    }
    if (status != null) {
      return Map.entry(DealRecords.STATUS, status.name());
    }
    return pipeline == null ? null : Map.entry(DealRecords.PIPELINE, pipeline);
  }
}

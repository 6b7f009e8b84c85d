package io.customerhub.crm.deal;

import io.customerhub.crm.IllegalTransitionException;
import io.customerhub.crm.InvalidRecordException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which steps a deal may take, by {@link DealStatus#MACHINE} and its pipeline. */
final class DealRules {

  private DealRules() {}

  static Step move(String stage) {
    return (deal, pipeline, note) -> {
      DealStatus.MACHINE.after(deal.status(), "move", deal.label());
      Stage from = pipeline.stage(deal.stage());
      Stage to = openStage("move", stage, deal, pipeline);
      if (to.equals(from)) {
        throw refusal("move", deal, "it is in stage " + from.key() + " already", pipeline);
      }
      requireBackward(from, to, deal, pipeline, note);
      return target(to, null, "moved from " + from.key() + " to " + to.key());
    };
  }

  static Step reopen(String stage) {
    return (deal, pipeline, note) -> {
      DealStatus.MACHINE.after(deal.status(), "reopen", deal.label());
      Stage to = openStage("reopen", stage, deal, pipeline);
      return target(to, null, "reopened to " + to.key());
    };
  }

  static Step win(String reason) {
    return (deal, pipeline, note) -> {
      DealStatus to = DealStatus.MACHINE.after(deal.status(), "win", deal.label());
      return target(pipeline.won(), new Outcome(to, reason, Optional.empty()), "won");
    };
  }

  static Step lose(String reason, Optional<String> competitor) {
    return (deal, pipeline, note) -> {
      DealStatus to = DealStatus.MACHINE.after(deal.status(), "lose", deal.label());
      requireLostReason(reason, pipeline, note);
      return target(pipeline.lost(), new Outcome(to, reason, competitor), "lost");
    };
  }

  static Step abandon(String reason) {
    return (deal, pipeline, note) -> {
      DealStatus to = DealStatus.MACHINE.after(deal.status(), "abandon", deal.label());
      return target(pipeline.lost(), new Outcome(to, reason, Optional.empty()), "abandoned");
    };
  }

  private static Target target(Stage stage, @Nullable Outcome outcome, String change) {
    return new Target(stage, Optional.ofNullable(outcome), change);
  }

  private static Stage openStage(String command, String key, Deal deal, Pipeline pipeline) {
    Stage stage = pipeline.stage(key);
    if (!stage.isOpen()) {
      String message = "stage " + key + " is closed; use won, lost or abandoned with a reason";
      throw refusal(command, deal, message, pipeline);
    }
    return stage;
  }

  private static void requireBackward(
      Stage from, Stage to, Deal deal, Pipeline pipeline, String note) {
    if (!pipeline.isBackward(from, to) || pipeline.backward() == Backward.ALLOW) {
      return;
    }
    if (pipeline.backward() == Backward.FORBID) {
      throw refusal(
          "move", deal, to.key() + " comes before " + from.key() + "; no way back", pipeline);
    }
    if (note.isEmpty()) {
      throw refusal(
          "move",
          deal,
          to.key() + " comes before " + from.key() + "; going back needs a note",
          pipeline);
    }
  }

  private static void requireLostReason(String reason, Pipeline pipeline, String note) {
    if (!pipeline.lostReasons().contains(reason)) {
      throw new InvalidRecordException(
          "reason",
          "is none of pipeline "
              + pipeline.ref()
              + ", which has "
              + String.join(", ", pipeline.lostReasons()));
    }
    if (reason.equals(Pipeline.OTHER) && note.isEmpty()) {
      throw new InvalidRecordException("note", "is needed with the reason " + Pipeline.OTHER);
    }
  }

  private static IllegalTransitionException refusal(
      String command, Deal deal, String why, Pipeline pipeline) {
    return new IllegalTransitionException(
        deal.label(), command, why + "; legal stages are " + legal(command, deal, pipeline));
  }

  private static String legal(String command, Deal deal, Pipeline pipeline) {
    List<Stage> open = pipeline.openStages();
    if (!command.equals("move")) {
      return Pipeline.keys(open);
    }
    Stage from = pipeline.stage(deal.stage());
    boolean noWayBack = pipeline.backward() == Backward.FORBID;
    String keys =
        Pipeline.keys(
            open.stream()
                .filter(to -> !to.equals(from))
                .filter(to -> !(noWayBack && pipeline.isBackward(from, to)))
                .toList());
    return keys.isEmpty() ? "none" : keys;
  }
}

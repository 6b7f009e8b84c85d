package io.customerhub.examples.quickstart;

import io.customerhub.CustomerHub;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.DealFilter;
import io.customerhub.crm.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a sales team would note down for deals that are nearly closed; a second run adds nothing.
 */
final class FollowUps {

  private static final int MOST = 100;

  private FollowUps() {}

  static void plan(CustomerHub hub, Instant now) {
    List<Deal> close =
        hub.deals().list(DealFilter.all().in(SalesPipeline.KEY).at("negotiation").open(), MOST);
    close.forEach(deal -> plan(hub, deal, now));
  }

  private static void plan(CustomerHub hub, Deal deal, Instant now) {
    if (!hub.tasks().about(deal).isEmpty()) {
      return;
    }
    hub.interactions()
        .call(deal.subject())
        .about(deal)
        .outbound()
        .at(now.minus(Duration.ofDays(2)))
        .lasting(Duration.ofMinutes(12))
        .summary("asked for a discount on volume")
        .externalId("call about " + deal.id())
        .log();
    hub.tasks()
        .plan("Send the final quote")
        .about(deal)
        .kind(TaskKind.EMAIL)
        .due(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(3))
        .save();
  }
}

package io.customerhub.examples.quickstart;

import io.customerhub.crm.deal.Pipeline;
import java.util.List;

/** The stages that the sample's deals pass through. */
final class SalesPipeline {

  static final String KEY = "sales";
  static final List<String> LATER_STAGES = List.of("qualified", "proposal", "negotiation");

  private SalesPipeline() {}

  static Pipeline create() {
    return Pipeline.named(KEY)
        .stage("new", 0.1)
        .stage("qualified", 0.3)
        .stage("proposal", 0.5)
        .stage("negotiation", 0.75)
        .won("won")
        .lost("lost", "price", "timing", "competitor", "no answer", Pipeline.OTHER)
        .build();
  }
}

package io.customerhub.crm.deal;

/** A command that changes a deal's stage. Pure; throws if the deal may not take it. */
@FunctionalInterface
interface Step {

  Target target(Deal deal, Pipeline pipeline, String note);
}

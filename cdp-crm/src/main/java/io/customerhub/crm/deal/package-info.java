/**
 * Deals and the pipelines they move through. Floor 4.
 *
 * <p>Read {@link io.customerhub.crm.deal.Deal} and {@link io.customerhub.crm.deal.Deals} first. A
 * deal's ledger of {@link io.customerhub.crm.deal.StageEntry stage entries} is what is kept; its
 * stage, outcome and status are folds of it and cannot contradict it. Whether a command is legal is
 * decided by {@link io.customerhub.crm.deal.DealStatus#MACHINE} and the pipeline, in code that
 * knows neither store nor clock.
 */
@NullMarked
package io.customerhub.crm.deal;

import org.jspecify.annotations.NullMarked;
